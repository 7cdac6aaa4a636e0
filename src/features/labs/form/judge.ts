import type { RunStep, Step } from './schema.ts';
import { relationPattern } from './step.ts';

/** Outcome of running a step, in a page or in Node. */
export interface Outcome {
  /** Output of all its lines, concatenated. */
  output: string;
  /** Exit code of its last line, if that has ended. */
  exit: number | undefined;
  /** What ended it. */
  ended: 'prompt' | 'continued' | 'panic' | 'output';
}

/** One mismatch between an outcome and what the step promises. Codes and values, so that a page can word it and a test can identify it. */
export type Fault =
  | { kind: 'ended'; expected: string; seen: string }
  | { kind: 'exit'; expected: number; seen: number | undefined }
  | { kind: 'expect'; expected: string; seen: string }
  | { kind: 'not'; expected: string; seen: string }
  | { kind: 'capture'; name: string; expected: string; seen: string }
  | { kind: 'relation'; expected: string; seen: string };

/** Values captured so far in a lab, by name. */
export type Captures = Readonly<Record<string, string>>;

/** Result of judging an outcome. */
export interface Verdict {
  /** Mismatches; empty if the outcome is as expected. */
  faults: Fault[];
  /** The captures of earlier steps and of this one. */
  captures: Captures;
}

/** Compiles a pattern of a lab; `^` and `$` match at the ends of lines. */
export const regular = (source: string, flags = '') => new RegExp(source, `m${flags}`);

/** Expectations for an outcome, of a step of a lab or of any other command. */
export type Promises = Pick<Step, 'expect' | 'not' | 'capture' | 'relations'> & Partial<Pick<RunStep, 'exit' | 'ends'>>;

/**
 * Compares an outcome with its expectations.
 * @param before captures of earlier steps
 */
export function judge(step: Promises, outcome: Outcome, before: Captures): Verdict {
  const { output } = outcome;
  const captures: Record<string, string> = { ...before };
  const faults: Fault[] = step.ends ? holdEnd(step.ends, step.exit, outcome) : [];
  for (const source of step.expect)
    if (!regular(source).test(output)) faults.push({ kind: 'expect', expected: source, seen: output });
  for (const source of step.not) {
    const found = regular(source).exec(output);
    if (found) faults.push({ kind: 'not', expected: source, seen: found[0] });
  }
  for (const [name, source] of Object.entries(step.capture)) {
    const found = regular(source).exec(output);
    if (found) captures[name] = found[1] ?? '';
    else faults.push({ kind: 'capture', name, expected: source, seen: output });
  }
  for (const relation of step.relations) faults.push(...holdRelation(relation, captures));
  return { faults, captures };
}

function holdEnd(ends: RunStep['ends'], code: RunStep['exit'] | undefined, { ended, exit }: Outcome): Fault[] {
  if (ended !== ends) return [{ kind: 'ended', expected: ends, seen: ended }];
  if (ended !== 'prompt' || code === undefined || code === 'any' || exit === code) return [];
  return [{ kind: 'exit', expected: code, seen: exit }];
}

/** Values of both sides of a relation. The right one is a number, a capture, or a number times a capture. */
function sides(relation: string, captures: Captures) {
  const [, left, operator, number, factor, right] = relationPattern.exec(relation)!;
  const of = (name: string) => captures[name] ?? '';
  const value = number ?? (factor === undefined ? of(right!) : String(Number(factor) * Number(of(right!))));
  return { left: of(left!), operator: operator!, right: value };
}

function holdRelation(relation: string, captures: Captures): Fault[] {
  const { left, operator, right } = sides(relation, captures);
  const [a, b] = [Number(left), Number(right)];
  const holds =
    operator === '=' ? left === right : operator === '!=' ? left !== right : operator === '<' ? a < b : a > b;
  // An empty side means a failed capture, which is a fault of its own and must not satisfy `!=`.
  return holds && left !== '' && right !== ''
    ? []
    : [{ kind: 'relation', expected: relation, seen: `${left} and ${right}` }];
}

/** Whether a step with `ends: output` has printed everything it waits for. */
export const seenAll = (step: Step, output: string) => step.expect.every((source) => regular(source).test(output));

/** Names that relations use before any step captures them: `[step, name]`. */
export function unknownNames(steps: Step[]): [step: string, name: string][] {
  const known = new Set<string>();
  return steps.flatMap((step) => {
    for (const name of Object.keys(step.capture)) known.add(name);
    return step.relations.flatMap((relation) => {
      const [, left, , , , right] = relationPattern.exec(relation)!;
      return [left, right]
        .filter((name) => name !== undefined && !known.has(name))
        .map((name) => [step.id, name!] as [string, string]);
    });
  });
}
