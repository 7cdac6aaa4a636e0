import { choiceSources } from './choice.ts';
import type { Site } from './load.ts';

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
    for (const source of sourcesOf(component!, id, site)) cited.add(source);
  return [...cited];
}

function sourcesOf(component: string, id: string | undefined, { data, choice }: CitingSite): string[] {
  if (component === 'Cite') return id ? [id] : [];
  if (component === 'Number') return data.numbers.filter((number) => number.id === id).map(({ source }) => source);
  if (component === 'Choice') return choice.choice ? choiceSources(choice.choice) : [];
  return data.contexts.flatMap(({ answer, traits }) =>
    id === undefined ? answer.sources : traits.filter(({ trait }) => trait === id).flatMap(({ sources }) => sources),
  );
}
