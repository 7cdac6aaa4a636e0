import { shortAddress } from './address.ts';
import { readLinks } from './redirects/read.ts';

let known: Map<string, string> | undefined;

/** Short links by their targets, the oldest where several lead to one. Read once, because every page looks up its own. */
export function shortLinks(): ReadonlyMap<string, string> {
  // The last entry of a key wins in a map, so the oldest link comes last.
  known ??= new Map(
    readLinks(process.cwd())
      .shortLinks.map(({ slug, to }): [string, string] => [to, shortAddress(slug)])
      .reverse(),
  );
  return known;
}

/** Short links to addresses that have an older one, as results from merging pages. */
export const furtherShortLinks = () =>
  readLinks(process.cwd())
    .shortLinks.map(({ slug, to, since }) => ({ from: shortAddress(slug), to, since }))
    .filter(({ from, to }) => shortLinks().get(to) !== from);
