import { shortAddress } from './address.ts';
import { readLinks } from './redirects/read.ts';

let known: Map<string, string> | undefined;

/** Short links by the address that they lead to. Read once: every page asks for its own. */
export function shortLinks(): ReadonlyMap<string, string> {
  known ??= new Map(readLinks(process.cwd()).shortLinks.map(({ slug, to }) => [to, shortAddress(slug)]));
  return known;
}
