import type { Site } from '#model/load.ts';
import type { Problem } from '#shared/problem.ts';
import { readDecks } from './read.ts';

/** Problems in the decks: slides without text or diagram, or that reference something unknown. */
export function checkDecks(root: string, { data, pages }: Site): Problem[] {
  const addresses = new Set(
    pages.flatMap(({ address, headings }) => [address, ...headings.map(({ id }) => `${address}#${id}`)]),
  );
  return readDecks(root, data, addresses).problems;
}
