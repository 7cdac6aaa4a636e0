import MiniSearch, { type AsPlainObject } from 'minisearch';
import { fields, readNumbers, type Head, type Postings } from '../format.ts';

/** Read once for each index, and asked for at every letter. */
const read = new WeakMap<Head, number[][]>();

function lengthsOf(head: Head): number[][] {
  const known = read.get(head) ?? head.lengths.map(readNumbers);
  read.set(head, known);
  return known;
}

/** MiniSearch over these words alone, in the form that it saves itself in. */
export function loadPart(postings: ReadonlyMap<string, Postings>, head: Head): MiniSearch {
  const { count, averages } = head;
  const lengths = lengthsOf(head);
  const present = new Set<number>();
  const index = [...postings].map(([word, byField]) => [
    word,
    Object.fromEntries(byField.map((list, field) => [field, counts(list, present)])),
  ]);
  const saved = {
    documentCount: count,
    nextId: count,
    documentIds: Object.fromEntries([...present].map((section) => [section, section])),
    fieldIds: Object.fromEntries(fields.map((field, number) => [field, number])),
    fieldLength: Object.fromEntries([...present].map((section) => [section, lengths.map((list) => list[section]!)])),
    averageFieldLength: averages,
    storedFields: {},
    dirtCount: 0,
    index,
    serializationVersion: 2,
  };
  return MiniSearch.loadJS(saved as unknown as AsPlainObject, { idField: 'id', fields: [...fields] });
}

function counts(list: readonly number[], present: Set<number>): Record<number, number> {
  const byField: Record<number, number> = {};
  let section = 0;
  for (let at = 0; at < list.length; at += 2) {
    section += list[at]!;
    byField[section] = list[at + 1]!;
    present.add(section);
  }
  return byField;
}
