/** One thing that is wrong, told so that whoever reads it can mend it. */
export interface Problem {
  /** Path from the project's root. */
  file: string;
  /** Line in that file, from 1, where there is one. */
  line?: number | undefined;
  /** What is wrong. */
  problem: string;
  /** What to do about it. */
  fix: string;
}

/** `file:line  what is wrong` and, on a line of its own, what to do. */
function formatProblem({ file, line, problem, fix }: Problem): string {
  return `${file}${line ? `:${line}` : ''}  ${problem}\n    ${fix}`;
}

/** A number with its noun: `1 source`, `2 sources`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** All problems as one text, closed by a count. */
export function formatProblems(problems: readonly Problem[]): string {
  return [...problems.map(formatProblem), counted(problems.length, 'problem')].join('\n');
}

/** Prints problems, and fails the command that found them if there are any. */
export function tellProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  console.error(formatProblems(problems));
  process.exitCode = 1;
}
