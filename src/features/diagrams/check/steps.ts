import type { Problem } from '#shared/problem.ts';
import type { HandDrawing } from '../draw/shapes.ts';

/** Maximum number of steps of a drawing: the style sheet has rules for as many. */
export const mostSteps = 8;

/** Front matter about the numbered parts. */
interface Numbered {
  steps: readonly string[];
  slider?: string;
}

/**
 * Reports steps without a part in the drawing, and parts without a step.
 * @param line line of the steps in the file
 */
export function stepProblems(file: string, line: number, { steps, slider }: Numbered, drawing: HandDrawing): Problem[] {
  const parts = new Set(drawing.shapes.flatMap(({ parts: list }) => list.split(' ').filter(Boolean)).map(Number));
  const tell = (problem: string, fix: string): Problem => ({ file, line, problem, fix });
  if (slider !== undefined)
    return gaps(parts).map((part) =>
      tell(`part ${part} of the drawing is missing`, 'A slider adds part after part: number them from 1 without gaps.'),
    );
  const lonely = steps
    .map((_, index) => index + 1)
    .filter((step) => !parts.has(step))
    .map((step) =>
      tell(`step ${step} has no part in the drawing`, `Draw it in <g data-part="${step}">, or delete it.`),
    );
  const untold = [...parts]
    .filter((part) => part > steps.length || part < 1)
    .sort((a, b) => a - b)
    .map((part) =>
      tell(`part ${part} of the drawing has no step`, 'Add it to "steps:" in the front matter, or correct its number.'),
    );
  const many =
    steps.length > mostSteps
      ? [tell(`the drawing has ${steps.length} steps, more than ${mostSteps}`, 'Split it: one idea a drawing.')]
      : [];
  return [...lonely, ...untold, ...many];
}

/** Missing numbers among parts counted from 1. */
function gaps(parts: ReadonlySet<number>): number[] {
  const highest = Math.max(1, ...parts);
  return Array.from({ length: highest }, (_, index) => index + 1).filter((part) => !parts.has(part));
}
