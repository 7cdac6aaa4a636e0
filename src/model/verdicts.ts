import type { Misconception } from './schemas/lookup.ts';

/** What stands before a claim wherever the site shows it, so that no false sentence stands alone. */
export const verdictWords: Readonly<Record<Misconception['verdict'], string>> = {
  false: 'False:',
  'half-true': 'Half true:',
};

/** A misconception's name: its claim in quotation marks, behind its verdict. May hold inline Markdown. */
export const markedClaim = ({ claim, verdict }: Pick<Misconception, 'claim' | 'verdict'>): string =>
  `${verdictWords[verdict]} “${claim}”`;
