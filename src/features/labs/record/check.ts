import { judge, regular, type Captures, type Fault } from '../form/judge.ts';
import type { Problem } from '#shared/problem.ts';
import type { LoadedLab } from '../form/load.ts';
import type { Manifest } from '../machine/files.ts';
import type { StepResult } from '../run/session.ts';
import { promiseOf, sealOf } from './recording.ts';
import type { RecordedStep, Recording } from './schema.ts';

/** Shortens a text for a message, on one line. */
const brief = (text: string) => JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** Describes a fault: what was expected, and what was seen. */
export function wordFault(fault: Fault): string {
  if (fault.kind === 'ended') return `expected to end with ${fault.expected}, seen ${fault.seen}`;
  if (fault.kind === 'exit') return `expected exit code ${fault.expected}, seen ${fault.seen ?? 'none'}`;
  if (fault.kind === 'expect') return `expected /${fault.expected}/, seen ${brief(fault.seen)}`;
  if (fault.kind === 'not') return `expected nothing like /${fault.expected}/, seen ${brief(fault.seen)}`;
  if (fault.kind === 'capture') return `expected /${fault.expected}/ for "${fault.name}", seen ${brief(fault.seen)}`;
  return `expected ${fault.expected}, seen ${fault.seen}`;
}

/** A problem of a step, which names lab, step, expected and seen. */
export function stepProblem({ lab, file, lines }: LoadedLab, step: string, problem: string, fix: string): Problem {
  return { file, line: lines.get(step) ?? 1, problem: `lab ${lab.id}, step ${step}: ${problem}`, fix };
}

const again = (id: string) => `npm run labs:record -- ${id}`;

/** Checks a recording against its lab and the machine, without running anything. */
export function checkRecording(
  loaded: LoadedLab,
  recording: Recording | string | undefined,
  manifest: Manifest,
): Problem[] {
  const { lab, file } = loaded;
  const whole = (problem: string): Problem => ({
    file,
    line: 1,
    problem: `lab ${lab.id}: ${problem}`,
    fix: `Run ${again(lab.id)}`,
  });
  if (recording === undefined) return [whole('it has no recording')];
  if (typeof recording === 'string') return [whole(`its recording cannot be read: ${recording}`)];
  if (sealOf(recording) !== recording.seal) return [whole('its recording was changed by hand: the seal does not fit')];
  const problems = checkSteps(loaded, recording);
  if (problems.length > 0) return problems;
  if (recording.machine !== manifest.machine)
    return [whole(`recorded with machine ${recording.machine}, the one here is ${manifest.machine}`)];
  return [];
}

function checkSteps(loaded: LoadedLab, recording: Recording): Problem[] {
  const { lab } = loaded;
  const problems: Problem[] = [];
  const recorded = new Map(recording.steps.map((step) => [step.id, step]));
  let captures: Captures = {};
  for (const [index, step] of lab.steps.entries()) {
    const seen = recorded.get(step.id);
    if (!seen) {
      problems.push(stepProblem(loaded, step.id, 'it is not in the recording', `Run ${again(lab.id)}`));
      continue;
    }
    const verdict = judge(
      step,
      { output: outputOfStep(seen), exit: seen.lines.at(-1)?.exit, ended: seen.ended },
      captures,
    );
    captures = verdict.captures;
    const edited = seen.promise !== promiseOf(step) || recording.steps[index]?.id !== step.id;
    const fix = edited
      ? `The step was edited since the recording of ${recording.recorded}. Run ${again(lab.id)}`
      : 'Fix the step, then record it again.';
    for (const fault of verdict.faults) problems.push(stepProblem(loaded, step.id, wordFault(fault), fix));
    if (edited && verdict.faults.length === 0)
      problems.push(
        stepProblem(
          loaded,
          step.id,
          `expected ${brief(promised(step))}, seen ${brief(typed(seen))} or other patterns when it was recorded`,
          fix,
        ),
      );
  }
  for (const { id } of recording.steps)
    if (!lab.steps.some((step) => step.id === id))
      problems.push({
        file: loaded.file,
        line: 1,
        problem: `lab ${lab.id}: the recording has a step "${id}" that the lab does not have`,
        fix: `Run ${again(lab.id)}`,
      });
  return problems;
}

const promised = (step: LoadedLab['lab']['steps'][number]) => ('run' in step ? step.run.trim() : `act: ${step.act}`);
const typed = (step: RecordedStep) => step.lines.map(({ line }) => line).join('\n');
const outputOfStep = (step: RecordedStep) => step.lines.map(({ output }) => output).join('');

/** Masks everything in an output that may vary between two runs. */
export function masked(output: string, varies: string[]): string {
  return varies.reduce((text, source) => text.replace(regular(source, 'g'), '…'), output);
}

/** Compares a new run with the recording: everything that does not vary must be the same. */
export function compareRun(loaded: LoadedLab, recording: Recording, results: StepResult[]): Problem[] {
  const recorded = new Map(recording.steps.map((step) => [step.id, step]));
  return results.flatMap((result) => {
    const step = loaded.lab.steps.find(({ id }) => id === result.id)!;
    const before = recorded.get(result.id);
    if (!before) return [stepProblem(loaded, result.id, 'it is not in the recording', `Run ${again(loaded.lab.id)}`)];
    return result.lines.flatMap((line, index) => {
      const expected = before.lines[index];
      const same =
        expected &&
        expected.prompt === line.prompt &&
        expected.exit === line.exit &&
        masked(expected.output, step.varies) === masked(line.output, step.varies);
      if (same) return [];
      const words = `expected ${brief(lineText(expected))}, seen ${brief(lineText(line))}`;
      return [
        stepProblem(
          loaded,
          result.id,
          words,
          'If it may differ from run to run, say so with `varies`; else find out what changed.',
        ),
      ];
    });
  });
}

const lineText = (line: { prompt: string; line: string; output: string; exit?: number | undefined } | undefined) =>
  line ? `${line.prompt}${line.line}\n${line.output}[exit ${line.exit ?? 'none'}]` : 'nothing';
