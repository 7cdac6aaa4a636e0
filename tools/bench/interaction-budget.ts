/** One kind of interaction, measured on one page. */
export interface Measured {
  /** What the reader does. */
  name: string;
  address: string;
  /** From the event to the next frame, the slowest of a visit. */
  milliseconds: number;
}

/** Milliseconds within which a page answers a reader. */
const mostMilliseconds = 50;

/** A sentence for each interaction that takes too long. */
export const slowInteractions = (measured: readonly Measured[]): string[] =>
  measured
    .filter(({ milliseconds }) => milliseconds > mostMilliseconds)
    .map(
      ({ name, address, milliseconds }) => `${name} on ${address}: ${milliseconds} ms, more than ${mostMilliseconds}`,
    );

/** The table for docs/measurements.md. */
export function interactionTable(measured: readonly Measured[]): string {
  const rows = measured.map(({ name, address, milliseconds }) => `| ${name} | \`${address}\` | ${milliseconds} |`);
  return ['| Interaction | Page | Slowest answer, ms |', '| :-- | :-- | --: |', ...rows].join('\n');
}
