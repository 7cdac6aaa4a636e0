import { describe, expect, test } from 'vitest';
import { titleShare } from '#features/search/engine/coverage.ts';
import { packNumbers } from '#features/search/format.ts';

/** A page of the title "HPC containers": two words. */
const head = { headings: packNumbers([2]) } as never;
const found = (match: Record<string, string[]>) => ({ id: 0, match }) as never;

describe('of the title of a page a query has', () => {
  test.each([
    ['half where it names only the kind', { containers: ['title'], share: ['text'] }, 0.5],
    ['all where it has each word', { containers: ['title'], hpc: ['title', 'text'] }, 1],
    ['nothing to lose where none of its words is there', { share: ['text'] }, 1],
    ['no more than all of it', { hpc: ['title'], containers: ['title'], container: ['title'] }, 1],
    ['nothing by a word that says nothing', { of: ['title'], containers: ['title'] }, 0.5],
  ])('%s', (_, match, share) => expect(titleShare(found(match), 0, head)).toBe(share));
});
