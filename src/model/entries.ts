import { backlinksTo, type Backlink } from './backlinks.ts';
import { entryTitle } from './entry-title.ts';
import { dataFile } from './data.ts';
import { siteModel } from './model.ts';
import type { CollectionName, Entry } from './collections.ts';
import { plainText } from '#shared/inline-markdown.ts';
import { problemError } from '#shared/problem.ts';
import { didYouMean } from '#shared/suggest.ts';

/**
 * The entry `id` of a collection.
 * @throws if there is none; the content check has already reported that with file, line and the nearest ids
 */
export function requireEntry<C extends CollectionName>(collection: C, id: string): Entry<C> {
  const entry = listEntries(collection).find((one) => one.id === id);
  if (!entry)
    throw problemError({
      file: dataFile(collection),
      problem: `there is no entry "${id}"`,
      fix: `Add it, or correct the id where it is named. ${didYouMean(
        id,
        listEntries(collection).map((one) => one.id),
      )}`,
    });
  return entry;
}

/**
 * Link text for the entry `id`, as plain text. A false claim includes its verdict.
 * @throws if there is none
 */
export const titleOf = (collection: CollectionName, id: string): string =>
  plainText(entryTitle(collection, requireEntry(collection, id)));

/** All entries of a collection, in file order. */
export function listEntries<C extends CollectionName>(collection: C): readonly Entry<C>[] {
  return siteModel().data[collection];
}

/** Questions, misconceptions and symptoms that link to the page at `address`. */
export function backlinksOf(address: string): Backlink[] {
  return backlinksTo(address, siteModel().data);
}
