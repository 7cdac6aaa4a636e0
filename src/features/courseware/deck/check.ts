import type { Site } from '#model/load.ts';
import type { Problem } from '#shared/problem.ts';
import { readDecks } from './read.ts';

/** Problems in the decks: slides without text or diagram, or that reference something unknown. */
export const checkDecks = (root: string, { data, anchors }: Site): Problem[] => readDecks(root, data, anchors).problems;
