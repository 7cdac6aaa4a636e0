import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isMap, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { labsFolder } from '#model/lab-files.ts';
import type { Problem } from '#shared/problem.ts';
import { unknownNames } from './judge.ts';
import { pictureFaults } from './picture.ts';
import { labSchema, type Lab, type Step } from './schema.ts';
import { isRun } from './step.ts';

/** A lab with its location. */
export interface LoadedLab {
  lab: Lab;
  /** Path relative to the project root. */
  file: string;
  /** Line of each step, by its id. */
  lines: Map<string, number>;
}

/**
 * Loads all labs below `root`. A lab with a problem is reported and left out.
 * @param folder folder of the labs, relative to `root`
 */
export function loadLabs(root: string, folder = labsFolder): { labs: LoadedLab[]; problems: Problem[] } {
  const labs: LoadedLab[] = [];
  const problems: Problem[] = [];
  const absolute = path.join(root, folder);
  const names = existsSync(absolute) ? readdirSync(absolute).filter((name) => name.endsWith('.yml')) : [];
  for (const name of names.sort()) {
    const read = readLab(path.join(absolute, name), `${folder}/${name}`);
    if (read.problems.length > 0) problems.push(...read.problems);
    else labs.push(read.lab!);
  }
  return { labs, problems };
}

/** Commands for a reader's own Linux, from the steps of each lab that has some, in their order, by the lab's id. */
export function labCommands(root: string): Map<string, string[]> {
  const linesOf = (step: Step) => (isRun(step) ? (step.docker?.split('\n') ?? []) : []);
  const all = loadLabs(root).labs.map(({ lab }) => [lab.id, lab.steps.flatMap(linesOf)] as const);
  return new Map(all.filter(([, lines]) => lines.length > 0));
}

/**
 * Reads and checks one lab.
 * @param shown path to use in problems
 */
export function readLab(file: string, shown: string): { lab?: LoadedLab; problems: Problem[] } {
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: counter });
  const lineOf = (offset: number | undefined) => (offset === undefined ? 1 : counter.linePos(offset).line);
  if (document.errors.length > 0)
    return {
      problems: document.errors.map((error) => ({
        file: shown,
        line: lineOf(error.pos[0]),
        problem: `not valid YAML: ${error.message.split('\n')[0]}`,
        fix: 'Put patterns in single quotes, and quote strings that hold ": " or start with a special sign.',
      })),
    };
  const parsed = labSchema.safeParse(document.toJS());
  if (!parsed.success)
    return {
      problems: parsed.error.issues.map((issue) => ({
        file: shown,
        line: lineOf(offsetOf(document, issue.path)),
        problem: `${issue.path.join('.') || 'the lab'}: ${issue.message}`,
        fix: 'src/features/labs/README.md lists the fields of a lab and of its steps.',
      })),
    };
  const lab: LoadedLab = { lab: parsed.data, file: shown, lines: stepLines(document, lineOf) };
  return { lab, problems: problemsOf(lab, path.basename(file, '.yml')) };
}

/** Offset in the file of the node at a path of the data, or of its nearest existing ancestor. */
function offsetOf(document: Document, keys: PropertyKey[]): number | undefined {
  for (let length = keys.length; length >= 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return undefined;
}

function stepLines(document: Document, lineOf: (offset: number | undefined) => number): Map<string, number> {
  const lines = new Map<string, number>();
  const steps = document.get('steps', true);
  if (isSeq(steps))
    for (const step of steps.items) if (isMap(step)) lines.set(String(step.get('id')), lineOf(step.range?.[0]));
  return lines;
}

/** Checks what the schema cannot: whether the parts of a lab fit together. */
function problemsOf({ lab, file, lines }: LoadedLab, name: string): Problem[] {
  const problems: Problem[] = [];
  const add = (step: string | undefined, problem: string, fix: string) =>
    problems.push({
      file,
      line: (step === undefined ? undefined : lines.get(step)) ?? 1,
      problem: step === undefined ? problem : `step ${step}: ${problem}`,
      fix,
    });
  if (lab.id !== name)
    add(undefined, `id is "${lab.id}" and the file is called ${name}.yml`, 'Give both the same name.');
  for (const id of twice(lab.steps.map((step) => step.id)))
    add(id, 'this id is used twice', 'Give one of the two steps another id.');
  for (const [step, captured] of unknownNames(lab.steps))
    add(step, `relation with "${captured}", which no step up to here captures`, 'Capture it, or correct its name.');
  for (const { step, box } of pictureFaults(lab))
    add(
      step,
      `the picture has no box "${box}" here`,
      'Add it with an event of this or an earlier step, or correct its name.',
    );
  for (const step of lab.steps) for (const fault of orderFaults(lab.steps, step)) add(step.id, ...fault);
  return problems;
}

const twice = (ids: string[]) => [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];

/** Checks what a step needs of the steps before it on the same VM. */
function orderFaults(steps: Step[], step: Step): [problem: string, fix: string][] {
  const before = steps.slice(0, steps.indexOf(step)).filter(({ on }) => on === step.on);
  const last = before.at(-1);
  const running = last && isRun(last) && last.ends === 'output';
  const dead = last && isRun(last) && last.ends === 'panic';
  const act = 'act' in step ? step.act : undefined;
  if (running && act !== 'interrupt')
    return [['the command of the step before still runs', 'Put a step with `act: interrupt` between them.']];
  if (act === 'interrupt' && !running)
    return [['nothing runs that could be interrupted', 'Let the step before have `ends: output`.']];
  if (dead && act !== 'restore' && act !== 'restart')
    return [
      [`${step.on} has panicked in the step before`, 'Put a step with `act: restore` or `act: restart` between them.'],
    ];
  if (act === 'restore' && !before.some((other) => 'act' in other && other.act === 'save'))
    return [['there is no snapshot to go back to', 'Put a step with `act: save` before it.']];
  if (isRun(step) && step.ends === 'output' && step.expect.length === 0)
    return [['`ends: output` waits for nothing', 'Say in `expect` what it waits for.']];
  return [];
}
