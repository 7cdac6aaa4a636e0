import { choiceSources } from './choice.ts';
import type { CollectionName, Data } from './collections.ts';
import type { Site } from './load.ts';

/** Components that cite sources for the claim or the figure beside them. */
export const claimComponents: ReadonlySet<string> = new Set(['Cite', 'Number']);

/** Collections whose entries name their sources in a field `sources`. */
const citingCollections = [
  'glossary',
  'traits',
  'systems',
  'use-cases',
  'misconceptions',
  'questions',
  'symptoms',
  'history',
] as const;

/** A source that an entry of a collection names. */
export interface DataCitation {
  collection: CollectionName;
  /** Id of the entry. */
  id: string;
  /** Id of the source. */
  source: string;
}

/** Every source that an entry names, by collection and in file order. Not those of places, which name them cell by cell, nor of the decision rules. */
export const dataCitations = (data: Data): DataCitation[] => [
  ...citingCollections.flatMap((collection) =>
    data[collection].flatMap(({ id, sources }) => sources.map((source) => ({ collection, id, source }))),
  ),
  ...data.numbers.map(({ id, source }) => ({ collection: 'numbers' as const, id, source })),
  ...data.contradictions.flatMap(({ id, one, other }) =>
    [one, other].map(({ source }) => ({ collection: 'contradictions' as const, id, source })),
  ),
];

/** The data that components cite sources from. */
export type CitingSite = { data: Pick<Site['data'], 'numbers' | 'contexts'>; choice: Pick<Site['choice'], 'choice'> };

const citing = /<(Cite|Number|HostSwitch|Choice)\b(?:\s+(?:id|trait)="([^"]+)")?/g;

/**
 * Ids of the sources that a page cites, in order of first mention.
 * @param body source of the page
 * @param site data to resolve indirect citations: a `Number` cites the source of its figure, a `HostSwitch` those of its trait in every place, a
 * `Choice` those of its rules
 */
export function citedSources(body: string, site: CitingSite): string[] {
  const cited = new Set<string>();
  for (const [, component, id] of body.matchAll(citing))
    for (const source of sourcesOfUse(component!, id, site)) cited.add(source);
  return [...cited];
}

/**
 * Ids of the sources that one component on a page cites.
 * @param id value of its `id` or `trait`
 */
export function sourcesOfUse(component: string, id: string | undefined, { data, choice }: CitingSite): string[] {
  if (component === 'Cite') return id ? [id] : [];
  if (component === 'Number') return data.numbers.filter((number) => number.id === id).map(({ source }) => source);
  if (component === 'Choice') return choice.choice ? choiceSources(choice.choice) : [];
  return data.contexts.flatMap(({ answer, traits }) =>
    id === undefined ? answer.sources : traits.filter(({ trait }) => trait === id).flatMap(({ sources }) => sources),
  );
}
