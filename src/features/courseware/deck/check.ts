import type { Site } from '#model/load.ts';
import type { Problem } from '#shared/problem.ts';
import { readDecks } from './read.ts';

/** What is wrong with the decks: a slide without sentence or picture, or one that names what is not there. */
export function checkDecks(root: string, { data, pages }: Site): Problem[] {
  const addresses = new Set(
    pages.flatMap(({ address, headings }) => [address, ...headings.map(({ id }) => `${address}#${id}`)]),
  );
  return readDecks(root, data, addresses).problems;
}
