import type { Problem } from '#shared/problem.ts';
import type { Site } from '#model/load.ts';

const units = 'ms|µs|us|ns|s|seconds?|minutes?|milliseconds?|[KMGT]i?B|[kMGT]bit/s|Gb/s|%|percent|times|x';
/** A number with a unit of time, size, rate or share, such as `125 ms`, `2.3 GB` or `76 %`. */
const quantity = new RegExp(`(?<![\\w.#/-])\\d[\\d.,–-]*\\s?(?:${units})(?![\\w/-])`, 'u');
const components = /<(Number|Cite|Term|Statement|Diagram\w*|Steps)\b[^>]*>/g;

/** Reports measured quantities in prose that are neither a `Number` nor on a line with a `Cite`. */
export function checkQuantities({ pages }: Site): Problem[] {
  return pages.flatMap(({ file, prose }) =>
    prose.flatMap(({ text, line }) => {
      if (text.includes('<Cite ')) return [];
      const found = quantity.exec(text.replace(components, ''))?.[0];
      if (!found) return [];
      return [
        {
          file,
          line,
          problem: `the figure "${found}" has no source`,
          fix: 'Move it to content/data/numbers.yml and write <Number id="…" />, or add <Cite id="…" /> to the sentence.',
        },
      ];
    }),
  );
}
