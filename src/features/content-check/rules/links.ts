import { askedFile, readAsked } from '#model/asked.ts';
import { collectionNames, listPageOf, type CollectionName } from '#model/collections.ts';
import { didYouMean } from '#shared/suggest.ts';
import type { Problem } from '#shared/problem.ts';
import { dataFile } from '#model/data.ts';
import type { Site } from '#model/load.ts';

const inlineLink = /\]\(([^)\s]+)\)/g;

/** Reports internal links, on pages and in data, to pages or anchors that do not exist. */
export function checkLinks(site: Site): Problem[] {
  const onPages = site.pages.flatMap(({ file, address, links }) =>
    links.flatMap(
      ({ href, line }) =>
        badForm(site, address, href, file, line) ??
        deadLink(site, href.startsWith('#') ? address + href : href, file, line),
    ),
  );
  return [...onPages, ...collectionNames.flatMap((name) => dataLinks(site, name)), ...askedLinks(site)];
}

/** Reports unknown addresses in the file of alternative wordings, and that file's own problems. */
function askedLinks(site: Site): Problem[] {
  const { entries, problems } = readAsked(site.root);
  return [...problems, ...entries.flatMap(({ at, line }) => deadLink(site, at, askedFile, line))];
}

/** Whether a page lists a collection that could not be parsed, so that its anchors are unknown. */
const isUnread = ({ broken }: Site, page: string) => [...broken].some((name) => listPageOf(name) === page);

function dataLinks(site: Site, name: CollectionName): Problem[] {
  return site.data[name].flatMap((entry) => {
    const line = site.lines[name].get(entry.id);
    const text = JSON.stringify(entry);
    const fields = [('page' in entry && entry.page) || [], ('also' in entry && entry.also) || []].flat();
    const statement = 'anchor' in entry ? [`${entry.page}#${entry.anchor}`] : [];
    const links = [...text.matchAll(inlineLink)].map(([, href]) => href!);
    return [...fields, ...statement, ...links].flatMap(
      (href) => badForm(site, '/', href, dataFile(name), line) ?? deadLink(site, href, dataFile(name), line),
    );
  });
}

/** Reports a link that is neither an address of this site nor a URL: relative links break when a page moves. Returns `undefined` for an internal address. */
function badForm(
  site: Site,
  from: string,
  href: string,
  file: string,
  line: number | undefined,
): Problem[] | undefined {
  if (/^[/#]/.test(href) && !href.startsWith('//')) return undefined;
  if (/^(?:https:|mailto:)/.test(href)) return [];
  if (/^(?:http:|\/\/)/.test(href))
    return [
      {
        file,
        line,
        problem: `link to ${href}: not https`,
        fix: `Write https://${href.replace(/^(?:http:)?\/\//, '')} if the host has it, or name another source.`,
      },
    ];
  if (/^[a-z][a-z+.-]*:/i.test(href))
    return [
      {
        file,
        line,
        problem: `link to ${href}: not an address of the web`,
        fix: 'Write an internal address or https://…',
      },
    ];
  const { pathname, hash } = new URL(href.replace(/\.mdx?(?=#|$)/, '/'), `https://x.example${from}`);
  const meant = pathname.endsWith('/') ? pathname : `${pathname}/`;
  const fix = site.anchors.has(meant)
    ? `Write it absolute: ${meant}${hash}`
    : `Write it absolute: /section/page/. ${didYouMean(meant, site.anchors.keys())}`;
  return [{ file, line, problem: `link to ${href} is relative`, fix }];
}

function deadLink(site: Site, href: string, file: string, line: number | undefined): Problem[] {
  const { anchors } = site;
  const [page = '', fragment] = href.split('#');
  const known = anchors.get(page);
  if (!known) {
    const slash = !page.endsWith('/') && anchors.has(`${page}/`);
    const fix = slash ? `Write ${page}/ with a slash at its end.` : didYouMean(page, anchors.keys());
    return /\.[a-z]+$/.test(page) ? [] : [{ file, line, problem: `link to ${href}: there is no page ${page}`, fix }];
  }
  if (!fragment || known.has(fragment) || isUnread(site, page)) return [];
  return [
    { file, line, problem: `link to ${href}: ${page} has no anchor #${fragment}`, fix: didYouMean(fragment, known) },
  ];
}
