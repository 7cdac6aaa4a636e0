import { t } from './i18n.ts';
import type { NumberEntry } from './schemas/number.ts';

/** The year at the end of a sentence of a bibliography: `n.d.` brings its full stop along. */
export const yearAtEnd = (year: number | 'n.d.'): string => (year === 'n.d.' ? t('sources.noDate') : `${year}.`);

const citing = /<(Cite|Number)\s+id="([^"]+)"/g;

/**
 * Ids of the sources that a page cites, in order of first mention.
 * @param body source of the page
 * @param numbers all figures: a `Number` cites the source of its figure
 */
export function citedSources(body: string, numbers: readonly NumberEntry[]): string[] {
  const sourceOf = new Map(numbers.map(({ id, source }) => [id, source]));
  const cited = new Set<string>();
  for (const [, component, id] of body.matchAll(citing)) {
    const source = component === 'Cite' ? id : sourceOf.get(id!);
    if (source) cited.add(source);
  }
  return [...cited];
}
