import { pageWords, siteModel } from '#model/model.ts';
import { plainText } from '#shared/inline-markdown.ts';
import { shortAddress, splitAddress } from '../address.ts';
import { readLinks } from '../redirects/read.ts';

/** One target of short links. */
export interface SpokenTarget {
  /** Page or section that the words lead to. */
  to: string;
  /** What it is called. */
  title: string;
  /** The words, in the order of the file: the first is the one that the page names as its own. */
  words: string[];
}

/** The heading of a section; nothing for a page, or for an entry that code lists. */
function headingOf(address: string): string | undefined {
  const { path, id } = splitAddress(address);
  const page = siteModel().pages.find((one) => one.address === path);
  const heading = page?.headings.find((one) => id !== undefined && one.id === id);
  return heading && plainText(heading.text);
}

/** Every target of a short link with its words, sorted by the first of them. */
export function spokenTargets(root = process.cwd()): SpokenTarget[] {
  const byTarget = Map.groupBy(readLinks(root).shortLinks, ({ to }) => to);
  return [...byTarget]
    .map(([to, links]) => ({
      to,
      title: headingOf(to) ?? pageWords(to).title,
      words: links.map(({ slug }) => slug),
    }))
    .sort((a, b) => (a.words[0]! < b.words[0]! ? -1 : 1));
}

/** Each word with its address and the title of what it leads to, for pages that guess at a mistyped one. */
export const spokenWords = (): [address: string, title: string][] =>
  spokenTargets().flatMap(({ words, title }) => words.map((word): [string, string] => [shortAddress(word), title]));
