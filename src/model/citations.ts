import { t } from './i18n.ts';
import type { Data } from './schemas/index.ts';

/** The year at the end of a sentence of a bibliography: `n.d.` brings its full stop along. */
export const yearAtEnd = (year: number | 'n.d.'): string => (year === 'n.d.' ? t('sources.noDate') : `${year}.`);

/** The data from which components cite. */
export type CitingData = Pick<Data, 'numbers' | 'contexts'>;

const citing = /<(Cite|Number|HostSwitch)\b(?:\s+(?:id|trait)="([^"]+)")?/g;

/**
 * Ids of the sources that a page cites, in order of first mention.
 * @param body source of the page
 * @param data a `Number` cites the source of its figure, a `HostSwitch` the sources of its trait in every place
 */
export function citedSources(body: string, data: CitingData): string[] {
  const cited = new Set<string>();
  for (const [, component, id] of body.matchAll(citing))
    for (const source of sourcesOf(component!, id, data)) cited.add(source);
  return [...cited];
}

function sourcesOf(component: string, id: string | undefined, { numbers, contexts }: CitingData): string[] {
  if (component === 'Cite') return id ? [id] : [];
  if (component === 'Number') return numbers.filter((number) => number.id === id).map(({ source }) => source);
  return contexts.flatMap(({ answer, traits }) =>
    id === undefined ? answer.sources : traits.filter(({ trait }) => trait === id).flatMap(({ sources }) => sources),
  );
}
