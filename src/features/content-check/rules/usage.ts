import type { Problem } from '#shared/problem.ts';
import { collectionNames, entryAddress } from '#model/collections.ts';
import { dataFile } from '#model/data.ts';
import { choiceSources } from '#model/choice.ts';
import { dataCitations } from '#model/citations.ts';
import type { Site } from '#model/load.ts';

/** Ids used by the component `name`. */
const usedBy = ({ pages }: Site, name: string) =>
  new Set(pages.flatMap(({ uses }) => uses.filter(({ component }) => component === name).map(({ id }) => id)));

/** Ids of sources that a page, a figure or another data entry cites. */
export function usedSources(site: Site): Set<string> {
  const used = usedBy(site, 'Cite');
  for (const { source } of dataCitations(site.data)) used.add(source);
  for (const { answer, traits } of site.data.contexts)
    for (const source of [answer, ...traits].flatMap(({ sources }) => sources)) used.add(source);
  for (const id of site.choice.choice ? choiceSources(site.choice.choice) : []) used.add(id);
  return used;
}

/** Reports sources that nothing cites, terms that no page uses, and terms that share a name. */
export function checkUsage(site: Site): Problem[] {
  const { data, lines } = site;
  const sources = usedSources(site);
  const isUsed = termUse(site);
  const problems: Problem[] = [];
  // If a file does not parse, what it uses is unknown.
  if (site.broken.size > 0) return sharedNames(site);
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
    if (isUsed(id)) continue;
    problems.push({
      file: dataFile('glossary'),
      line: lines.glossary.get(id),
      problem: `term "${id}" is used on no page and by no other entry`,
      fix: `Use it with <Term id="${id}">…</Term>, or delete the entry.`,
    });
  }
  return [...problems, ...sharedNames(site)];
}

/**
 * Returns a function that decides whether a term is used: on a page, or by another entry that names it or links to it. Names match as whole words in
 * any case, so that `pod` is not found in `tripod`.
 */
function termUse(site: Site): (id: string) => boolean {
  const onPages = usedBy(site, 'Term');
  const entries = collectionNames.flatMap((name) =>
    name === 'sources'
      ? []
      : site.data[name].map((entry) => ({ name, id: entry.id, text: ` ${bare(JSON.stringify(entry))} ` })),
  );
  const links = new Set(site.pages.flatMap((page) => page.links.map(({ href }) => href)));
  const terms = new Map(site.data.glossary.map((term) => [term.id, term]));
  return (id) => {
    const { term, aka } = terms.get(id)!;
    const link = entryAddress('glossary', id);
    if (onPages.has(id) || links.has(link)) return true;
    const names = [term, ...aka].map((name) => ` ${bare(name)} `);
    return entries.some(
      (entry) =>
        !(entry.name === 'glossary' && entry.id === id) &&
        (entry.text.includes(` ${bare(link)} `) || names.some((name) => entry.text.includes(name))),
    );
  };
}

/** Words only, in lower case, separated by single spaces. */
const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

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
