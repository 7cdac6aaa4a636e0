/** Kinds of exports for courses, by address. */
const kinds: readonly [name: string, address: RegExp][] = [
  ['Decks for PowerPoint', /^\/deck\/.+\.pptx$/],
  ['Decks as PDF', /^\/deck\/.+\.pdf$/],
  ['Decks in Markdown', /^\/deck\/.+\.md$/],
  ['Handouts as PDF', /^\/downloads\/handouts\//],
  ['Files of the quiz', /^\/downloads\/quiz\//],
  ['Pictures of drawings', /^\/d\//],
];

/** Files of one kind, and how long the build took for them. */
export interface ExportTime {
  kind: string;
  /** Number of files. */
  files: number;
  /** Time for all of them together, in ms. */
  all: number;
  /** Time for the slowest one, in ms. */
  longest: number;
}

/**
 * Sums up how long a build took for each kind of export.
 * @param log output of `astro build`, which lists each file with its time, such as `├─ /deck/isolation.pdf/ (+1.08s)`
 */
export function exportTimes(log: string): ExportTime[] {
  const lines = log.replace(/\u001b\[\d*m/g, '').matchAll(/─ (\/\S+?)\/? \(\+([\d.]+)(ms|s)\)/g);
  const files = [...lines].map(([, address, time, unit]) => ({
    address: address!,
    ms: Number(time) * (unit === 's' ? 1000 : 1),
  }));
  return kinds.map(([kind, pattern]) => {
    const times = files.filter(({ address }) => pattern.test(address)).map(({ ms }) => ms);
    return {
      kind,
      files: times.length,
      all: times.reduce((sum, ms) => sum + ms, 0),
      longest: Math.max(0, ...times),
    };
  });
}
