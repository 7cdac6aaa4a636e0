import { t } from './i18n.ts';
import type { Misconception } from './schemas/lookup.ts';

/** A misconception's name: its claim in quotation marks, behind its verdict, so that no false sentence stands alone. May hold inline Markdown. */
export const markedClaim = ({ claim, verdict }: Pick<Misconception, 'claim' | 'verdict'>): string =>
  t(`misconception.${verdict}`, { claim });
