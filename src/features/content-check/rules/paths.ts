import { dataFile } from '#model/data.ts';
import type { Site } from '#model/load.ts';
import type { ReadingPath } from '#model/schemas/path.ts';
import type { Problem } from '#shared/problem.ts';
import { didYouMean } from '#shared/suggest.ts';

const file = dataFile('paths');

/** Reports paths with unknown or duplicate pages, without a page of their own, or with a page of a different title. */
export function checkPaths(site: Site): Problem[] {
  return site.data.paths.flatMap((path) => [...checkPages(path, site), ...checkOwnPage(path, site)]);
}

function checkPages({ id, steps, after }: ReadingPath, { anchors, lines }: Site): Problem[] {
  const line = lines.paths.get(id);
  const seen = new Set<string>();
  const repeated = steps.flatMap(({ page }): Problem[] => {
    const [address = ''] = page.split('#');
    if (!seen.has(address)) {
      seen.add(address);
      return [];
    }
    return [{ file, line, problem: `path "${id}" comes to ${address} twice`, fix: 'Keep one of the two steps.' }];
  });
  const unknown = [...steps.map(({ page }) => page), after].flatMap((page): Problem[] => {
    const [address = '', anchor] = page.split('#');
    const known = anchors.get(address);
    if (known && (!anchor || known.has(anchor))) return [];
    const fix = known ? didYouMean(anchor!, known) : didYouMean(address, anchors.keys());
    return [
      { file, line, problem: `path "${id}" leads to ${page}, and there is no such ${known ? 'section' : 'page'}`, fix },
    ];
  });
  return [...repeated, ...unknown];
}

function checkOwnPage({ id, name }: ReadingPath, { pages, lines }: Site): Problem[] {
  const page = pages.find(({ address }) => address === `/paths/${id}/`);
  if (!page) {
    const problem = `path "${id}" has no page of its own`;
    const fix = `Write content/docs/paths/${id}.mdx with <PathSteps id="${id}" />, and add /paths/${id}/ to content/data/navigation.yml.`;
    return [{ file, line: lines.paths.get(id), problem, fix }];
  }
  if (page.frontMatter.title === name) return [];
  const problem = `the title "${String(page.frontMatter.title)}" is not the name of the path "${id}", which is "${name}"`;
  return [
    {
      file: page.file,
      line: page.keyLines.title,
      problem,
      fix: `Write "title: ${name}", or change the name on line ${lines.paths.get(id)} of ${file}.`,
    },
  ];
}
