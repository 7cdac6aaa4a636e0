/** One kind of interaction, measured on one page. */
export interface Measured {
  /** What the reader does. */
  name: string;
  address: string;
  /** Time from the event to the next frame, the longest of a visit. */
  milliseconds: number;
}

/** Maximum time for a page to respond, in ms. */
const mostMilliseconds = 50;

/** One sentence for each interaction that takes too long. */
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
