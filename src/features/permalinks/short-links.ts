import { shortAddress } from './address.ts';
import { readLinks } from './redirects/read.ts';

let known: Map<string, string> | undefined;

/** Short links by the address that they lead to, the oldest where several lead to one. Read once: every page asks for its own. */
export function shortLinks(): ReadonlyMap<string, string> {
  // The last entry of a key wins in a map, so the oldest link comes last.
  known ??= new Map(
    readLinks(process.cwd())
      .shortLinks.map(({ slug, to }): [string, string] => [to, shortAddress(slug)])
      .reverse(),
  );
  return known;
}

/** Short links beside another one to the same address, as they come about when pages are merged. */
export const furtherShortLinks = () =>
  readLinks(process.cwd())
    .shortLinks.map(({ slug, to, since }) => ({ from: shortAddress(slug), to, since }))
    .filter(({ from, to }) => shortLinks().get(to) !== from);
