import { didYouMean } from '#shared/suggest.ts';
import type { Problem } from '#shared/problem.ts';
import { shortAddress, splitAddress } from '../address.ts';
import type { Anchors } from './check.ts';
import { shortLinksFile, type Links } from './read.ts';

/** Short links that are there twice or lead nowhere, and pages that have none. */
export function checkShortLinks(
  { shortLinks, redirects }: Links,
  anchors: Anchors,
  pages: readonly string[],
  generated: readonly string[] = [],
): Problem[] {
  const seen = new Map<string, number>();
  const tell = (line: number | undefined, problem: string, fix: string) => [
    { file: shortLinksFile, line, problem, fix },
  ];
  const entries = shortLinks.flatMap(({ word, to, line }): Problem[] => {
    const first = seen.get(word);
    if (first) return tell(line, `the word "${word}" is taken, on line ${first}`, 'Choose another word.');
    seen.set(word, line);
    if (redirects.some(({ from }) => from === shortAddress(word)))
      return tell(
        line,
        `the word "${word}" is redirected too`,
        'Delete its redirect: a word is never given away again.',
      );
    const { path, id } = splitAddress(to);
    const ids = anchors.get(path);
    if (!ids) return tell(line, `"${word}" leads to ${to}: there is no such page`, didYouMean(path, anchors.keys()));
    if (id === undefined || ids.has(id) || generated.includes(path)) return [];
    return tell(line, `"${word}" leads to ${to}: the page has no such id`, didYouMean(id, ids));
  });
  const named = new Set(shortLinks.map(({ to }) => to));
  const without = pages.filter((page) => !named.has(page));
  return [
    ...entries,
    ...without.flatMap((page) =>
      tell(
        undefined,
        `${page} has no short link`,
        `Add "- { word: …, to: ${page}, since: '…' }" with a word that is easy to say.`,
      ),
    ),
  ];
}
