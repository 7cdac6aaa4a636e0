import { backlinksTo, type Backlink } from './backlinks.ts';
import { entryTitle } from './entry-title.ts';
import { siteModel } from './model.ts';
import type { CollectionName, Entry } from './collections.ts';
import { plainText } from '#shared/inline-markdown.ts';

/**
 * The entry `id` of a collection.
 * @throws if there is none; the content check has already reported that with file, line and the nearest ids
 */
export function requireEntry<C extends CollectionName>(collection: C, id: string): Entry<C> {
  const entry = listEntries(collection).find((one) => one.id === id);
  if (!entry) throw new Error(`There is no "${id}" in content/data/${collection}.yml.`);
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
