import { didYouMean } from '#shared/suggest.ts';
import type { Problem } from '#shared/problem.ts';
import { shortAddress, splitAddress } from '../address.ts';
import type { Anchors } from './check.ts';
import { shortLinksFile, type Links } from './read.ts';

/** Reports duplicate and broken short links, and pages without one. */
export function checkShortLinks(
  { shortLinks, redirects }: Links,
  anchors: Anchors,
  pages: readonly string[],
  generated: readonly string[] = [],
): Problem[] {
  const seen = new Map<string, number>();
  const problemAt = (line: number | undefined, problem: string, fix: string) => [
    { file: shortLinksFile, line, problem, fix },
  ];
  const entries = shortLinks.flatMap(({ slug, to, line }): Problem[] => {
    const first = seen.get(slug);
    if (first) return problemAt(line, `the word "${slug}" is taken, on line ${first}`, 'Choose another word.');
    seen.set(slug, line);
    if (redirects.some(({ from }) => from === shortAddress(slug)))
      return problemAt(
        line,
        `the word "${slug}" is redirected too`,
        'Delete its redirect: a word is never given away again.',
      );
    const { path, id } = splitAddress(to);
    const ids = anchors.get(path);
    if (!ids)
      return problemAt(line, `"${slug}" leads to ${to}: there is no such page`, didYouMean(path, anchors.keys()));
    if (id === undefined || ids.has(id) || generated.includes(path)) return [];
    return problemAt(line, `"${slug}" leads to ${to}: the page has no such id`, didYouMean(id, ids));
  });
  const named = new Set(shortLinks.map(({ to }) => to));
  const without = pages.filter((page) => !named.has(page));
  return [
    ...entries,
    ...without.flatMap((page) =>
      problemAt(
        undefined,
        `${page} has no short link`,
        `Add "- { word: …, to: ${page}, since: '…' }" with a word that is easy to say.`,
      ),
    ),
  ];
}
