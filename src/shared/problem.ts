/** A diagnostic: where the problem is, what it is, and how to fix it. */
export interface Problem {
  /** Path relative to the project root. */
  file: string;
  /** Line number, from 1, if known. */
  line?: number | undefined;
  /** What is wrong. */
  problem: string;
  /** How to fix it. */
  fix: string;
}

/** `file:line  problem`, with the fix on a line of its own. */
function formatProblem({ file, line, problem, fix }: Problem): string {
  return `${file}${line ? `:${line}` : ''}  ${problem}\n    ${fix}`;
}

/** An error for code that cannot go on: its message is the problem with its place and its fix. */
export const problemError = (problem: Problem): Error => new Error(formatProblem(problem));

/** A number with its noun: `1 source`, `2 sources`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** All problems as one text, with the total at the end. */
export function formatProblems(problems: readonly Problem[]): string {
  return [...problems.map(formatProblem), counted(problems.length, 'problem')].join('\n');
}

/** Prints problems and, if there are any, makes the process exit with an error. */
export function tellProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  console.error(formatProblems(problems));
  process.exitCode = 1;
}
