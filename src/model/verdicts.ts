import { t } from './i18n.ts';
import type { Misconception } from './schemas/lookup.ts';

/**
 * A misconception's title: its claim in quotation marks, preceded by the verdict, so that no false sentence appears on its own. May contain inline Markdown.
 */
export const markedClaim = ({ claim, verdict }: Pick<Misconception, 'claim' | 'verdict'>): string =>
  t(`misconception.${verdict}`, { claim });
