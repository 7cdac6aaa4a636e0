import { shortAddress } from './address.ts';
import { onceRead } from '#model/once-read.ts';
import { readLinks } from './redirects/read.ts';

/** Short links by the address that they lead to, the oldest where several lead to one. Cached, since every page asks for its own. */
export const shortLinks = (): ReadonlyMap<string, string> =>
  onceRead(
    'short links',
    () =>
      // The last entry of a key wins in a map, so the oldest link comes last.
      new Map(
        readLinks(process.cwd())
          .shortLinks.map(({ slug, to }): [string, string] => [to, shortAddress(slug)])
          .reverse(),
      ),
  );

/** Short links to addresses that have an older one, as results from merging pages. */
export const furtherShortLinks = () =>
  readLinks(process.cwd())
    .shortLinks.map(({ slug, to, since }) => ({ from: shortAddress(slug), to, since }))
    .filter(({ from, to }) => shortLinks().get(to) !== from);
