import { getCollection, getEntry } from 'astro:content';
import { leadsTo, type Lead } from '~/lib/leads.ts';
import type { CollectionName, Entry } from '~/schemas/index.ts';

/**
 * The entry `id` of a collection.
 * @throws if there is none; the content check has then named file, line and the nearest ids already.
 */
export async function requireEntry<C extends CollectionName>(collection: C, id: string): Promise<Entry<C>> {
  const entry = await getEntry(collection, id);
  if (!entry) throw new Error(`There is no "${id}" in content/data/${collection}.yml.`);
  return entry.data as unknown as Entry<C>;
}

/** All entries of a collection, in the order in which the author wrote them. */
export async function listEntries<C extends CollectionName>(collection: C): Promise<Entry<C>[]> {
  const entries = (await getCollection(collection)).map(({ data }) => data as unknown as Entry<C> & { order: number });
  return entries.sort((a, b) => a.order - b.order);
}

/** The questions, misconceptions and symptoms that lead to the page at `address`. */
export async function leadsHere(address: string): Promise<Lead[]> {
  const [questions, misconceptions, symptoms] = await Promise.all([
    listEntries('questions'),
    listEntries('misconceptions'),
    listEntries('symptoms'),
  ]);
  return leadsTo(address, { questions, misconceptions, symptoms });
}
