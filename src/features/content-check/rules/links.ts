import { collectionNames, type CollectionName } from '#model/collections.ts';
import { didYouMean } from '#shared/suggest.ts';
import type { Problem } from '#shared/problem.ts';
import { dataFile } from '#model/data.ts';
import type { Site } from '#model/load.ts';

const inlineLink = /\]\((\/[^)\s]*)\)/g;

/** Internal links, on pages and in data, that lead to no page or to no anchor of it. */
export function checkLinks(site: Site): Problem[] {
  const onPages = site.pages.flatMap(({ file, address, links }) =>
    links.flatMap(({ href, line }) => deadLink(site, href.startsWith('#') ? address + href : href, file, line)),
  );
  return [...onPages, ...collectionNames.flatMap((name) => dataLinks(site, name))];
}

function dataLinks(site: Site, name: CollectionName): Problem[] {
  return site.data[name].flatMap((entry) => {
    const line = site.lines[name].get(entry.id);
    const text = JSON.stringify(entry);
    const fields = [('page' in entry && entry.page) || [], ('also' in entry && entry.also) || []].flat();
    const statement = 'anchor' in entry ? [`${entry.page}#${entry.anchor}`] : [];
    const links = [...text.matchAll(inlineLink)].map(([, href]) => href!);
    return [...fields, ...statement, ...links].flatMap((href) => deadLink(site, href, dataFile(name), line));
  });
}

function deadLink({ anchors }: Site, href: string, file: string, line: number | undefined): Problem[] {
  const [page = '', fragment] = href.split('#');
  const known = anchors.get(page);
  if (!known) {
    const slash = !page.endsWith('/') && anchors.has(`${page}/`);
    const fix = slash ? `Write ${page}/ with a slash at its end.` : didYouMean(page, anchors.keys());
    return /\.[a-z]+$/.test(page) ? [] : [{ file, line, problem: `link to ${href}: there is no page ${page}`, fix }];
  }
  if (!fragment || known.has(fragment)) return [];
  return [
    { file, line, problem: `link to ${href}: ${page} has no anchor #${fragment}`, fix: didYouMean(fragment, known) },
  ];
}
