import type { Problem } from '#shared/problem.ts';
import { dataFile } from '#model/data.ts';
import { choiceSources } from '#model/choice.ts';
import type { Site } from '#model/load.ts';

/** Ids that pages use through the component `name`. */
const usedBy = ({ pages }: Site, name: string) =>
  new Set(pages.flatMap(({ uses }) => uses.filter(({ component }) => component === name).map(({ id }) => id)));

/** Ids of sources that a page, a figure or a data entry cites. */
export function usedSources(site: Site): Set<string> {
  const { data } = site;
  const used = usedBy(site, 'Cite');
  const cited = [
    data.glossary,
    data.traits,
    data.systems,
    data['use-cases'],
    data.misconceptions,
    data.questions,
    data.symptoms,
    data.history,
    data.contexts.flatMap(({ answer, traits }) => [answer, ...traits]),
  ];
  for (const entry of cited.flat()) for (const id of entry.sources) used.add(id);
  for (const id of site.choice.choice ? choiceSources(site.choice.choice) : []) used.add(id);
  for (const { source } of data.numbers) used.add(source);
  for (const { one, other } of data.contradictions) used.add(one.source).add(other.source);
  return used;
}

/** Sources that nothing cites, terms that no page uses, and terms that share a name. */
export function checkUsage(site: Site): Problem[] {
  const { data, lines } = site;
  const sources = usedSources(site);
  const terms = usedBy(site, 'Term');
  const problems: Problem[] = [];
  for (const { id } of data.sources) {
    if (sources.has(id)) continue;
    problems.push({
      file: dataFile('sources'),
      line: lines.sources.get(id),
      problem: `source "${id}" is cited nowhere`,
      fix: `Cite it with <Cite id="${id}" />, or delete the entry.`,
    });
  }
  for (const { id } of data.glossary) {
    if (terms.has(id)) continue;
    problems.push({
      file: dataFile('glossary'),
      line: lines.glossary.get(id),
      problem: `term "${id}" is used on no page`,
      fix: `Use it with <Term id="${id}">…</Term>, or delete the entry.`,
    });
  }
  return [...problems, ...sharedNames(site)];
}

function sharedNames({ data, lines }: Site): Problem[] {
  const owners = new Map<string, string>();
  return data.glossary.flatMap(({ id, term, aka, words }) =>
    [...new Set([term, ...aka, ...words].map((name) => name.toLowerCase()))].flatMap((name) => {
      const owner = owners.get(name);
      owners.set(name, owner ?? id);
      if (!owner || owner === id) return [];
      return [
        {
          file: dataFile('glossary'),
          line: lines.glossary.get(id),
          problem: `"${name}" is defined twice, by "${owner}" and by "${id}"`,
          fix: 'Keep the name with one of the two.',
        },
      ];
    }),
  );
}
