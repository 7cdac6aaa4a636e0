import { pageWords, siteModel } from '#model/model.ts';
import { plainText } from '#shared/inline-markdown.ts';
import { shortAddress, splitAddress } from '../address.ts';
import { readLinks } from '../redirects/read.ts';

/** A target of short links. */
export interface SpokenTarget {
  /** Address of the page or section. */
  to: string;
  /** Its title. */
  title: string;
  /** Its words, in the order of the file: the first is the one that the page shows as its own. */
  words: string[];
}

/** Heading of a section; undefined for a page, or for an entry of a generated list. */
function headingOf(address: string): string | undefined {
  const { path, id } = splitAddress(address);
  const page = siteModel().pages.find((one) => one.address === path);
  const heading = page?.headings.find((one) => id !== undefined && one.id === id);
  return heading && plainText(heading.text);
}

/** All targets of short links with their words, sorted by the first word. */
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

/** Address of each word with the title of its target, for pages that suggest corrections of a mistyped one. */
export const spokenWords = (): [address: string, title: string][] =>
  spokenTargets().flatMap(({ words, title }) => words.map((word): [string, string] => [shortAddress(word), title]));
