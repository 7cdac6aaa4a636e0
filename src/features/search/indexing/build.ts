import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { cutChunks, cutShards } from './cut.ts';
import type { Named } from './entries.ts';
import { fields, kinds, type Head, type Kind, type Name, type Postings, type Section, type Shown } from '../format.ts';
import { packWords } from '../pack.ts';
import type { Synonyms } from './synonyms.ts';
import { indexWords, queryWords } from '../engine/words.ts';

/** Files of the index, by their name below the index's folder. */
export type IndexFiles = Map<string, Buffer>;

/** A word in more sections than this keeps the ones where it stands most, so that no piece grows with the whole site. */
const mostSections = 2500;
/** Codes in a message, by which alone it is asked for: `VERR_VMX_NO_VMX`, `0x80370102`, `OOMKilled`. */
const codes = /\b(?:[A-Z]+(?:_[A-Z]+)+|0x[\da-f]{4,}|[A-Z]+[a-z]+[A-Z]\w+|[A-Z]{3,}[a-z]\w+)/g;
/** Entries whose heading is what somebody says, and not what it is about. */
const saidWhole: readonly Kind[] = ['question', 'symptom', 'misconception'];
/** Characters of a section that results can quote. Only tables are longer, and all of them is indexed. */
const mostText = 1600;

/**
 * Makes the index: MiniSearch's own, cut by word and by section into small files.
 * @returns the files and the name of the folder they belong in, which changes with their content
 */
export function buildIndex(
  sections: readonly Section[],
  named: readonly Named[],
  synonyms: Pick<Synonyms, 'same' | 'also'>,
): { files: IndexFiles; folder: string } {
  const { words, postings, averages, lengths } = invert(sections);
  const numbers = new Map(sections.map(({ page, id }, number) => [id ? `${page}#${id}` : page, number]));
  const numbersOf = (addresses: readonly string[]) => [
    ...new Set(addresses.flatMap((address) => numbers.get(address) ?? numbers.get(address.split('#')[0]!) ?? [])),
  ];
  const shards = cutShards(postings);
  const shown = sections.map(({ page, title, id, heading, text }): Shown => [
    page,
    title,
    id,
    heading,
    text.slice(0, mostText),
  ]);
  const chunks = cutChunks(shown);
  const head: Head = {
    count: sections.length,
    averages,
    lengths,
    kinds: sections.map(({ kind }) => kinds.indexOf(kind)),
    pages: sections.flatMap(({ page }, number) => (sections[number - 1]?.page === page ? [] : [number])),
    chunks,
    to: Object.fromEntries(sections.flatMap(({ to }, number) => (to.length > 0 ? [[number, numbersOf(to)]] : []))),
    words: packWords(words),
    frequencies: postings.map((fieldsOf) => sectionsOf(fieldsOf).size),
    shards,
    names: nameTable([...titles(sections), ...sayings(sections), ...named], numbersOf),
    synonyms: [...named.map(({ names }) => names), ...synonyms.same].map(phrases).filter((group) => group.length > 1),
    hints: synonyms.also.map(({ word, means }) => phrases([word, ...means])),
  };
  const files: IndexFiles = new Map([['head.bin', pack(head)]]);
  slices(postings, shards).forEach((part, number) => files.set(`w${number}.bin`, pack(part)));
  slices(shown, chunks).forEach((part, number) => files.set(`s${number}.bin`, pack(part)));
  return { files, folder: hashOf(files) };
}

/** Lets MiniSearch index the sections and takes its index apart: words in order, each with its postings. */
function invert(sections: readonly Section[]) {
  const mini = new MiniSearch<Section & { number: number }>({
    idField: 'number',
    fields: [...fields],
    extractField: (section, field) =>
      field === 'names' ? section.names.join(' · ') : String(section[field as keyof typeof section] ?? ''),
    tokenize: indexWords,
    processTerm: (word) => word,
  });
  mini.addAll(sections.map((section, number) => ({ ...section, number })));
  const { index, averageFieldLength, fieldLength } = mini.toJSON() as unknown as {
    index: [string, Record<string, Record<string, number>>][];
    averageFieldLength: number[];
    fieldLength: Record<string, number[]>;
  };
  index.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    words: index.map(([word]) => word),
    postings: index.map(([, byField]) => fields.map((_, field) => deltas(byField[field] ?? {}))),
    averages: averageFieldLength.map((length) => Math.round(length * 100) / 100),
    lengths: fields.map((_, field) => sections.map((_, number) => fieldLength[number]?.[field] ?? 0)),
  };
}

function deltas(counts: Record<string, number>): number[] {
  const entries = Object.entries(counts).map(([section, count]) => [Number(section), count] as const);
  const kept = entries.length > mostSections ? entries.sort((a, b) => b[1] - a[1]).slice(0, mostSections) : entries;
  let before = 0;
  return kept
    .sort((a, b) => a[0] - b[0])
    .flatMap(([section, count]) => {
      const step = section - before;
      before = section;
      return [step, count];
    });
}

function sectionsOf(postings: Postings): Set<number> {
  const found = new Set<number>();
  for (const list of postings) {
    let section = 0;
    for (let at = 0; at < list.length; at += 2) found.add((section += list[at]!));
  }
  return found;
}

/** Names as queries will spell them, each once, with the sections that answer. */
function nameTable(named: readonly Named[], numbersOf: (addresses: readonly string[]) => number[]): Name[] {
  const table = new Map<string, Set<number>>();
  for (const { names, at } of named) {
    for (const name of phrases(names)) {
      const known = table.get(name) ?? new Set<number>();
      for (const number of numbersOf(at)) known.add(number);
      if (known.size > 0) table.set(name, known);
    }
  }
  return [...table].map(([name, numbers]) => [name, [...numbers]]);
}

/** The title of a page is one of its names, and so are the parts of a title that joins two: `Namespaces and control groups`. */
const titles = (sections: readonly Section[]): Named[] =>
  sections
    .filter(({ kind }) => kind === 'page')
    .map(({ title, page }) => ({ names: [title, ...title.split(/, (?:and )?| and |: /)], at: [page] }));

/** A question, a message or a mistaken belief is the name of its answer, for readers who type or paste all of it. */
const sayings = (sections: readonly Section[]): Named[] =>
  sections
    .filter(({ kind, heading }) => saidWhole.includes(kind) || (kind === 'section' && heading.endsWith('?')))
    .map(({ heading, page, id }) => ({ names: [heading, ...(heading.match(codes) ?? [])], at: [`${page}#${id}`] }));

const phrases = (names: readonly string[]) => [
  ...new Set(names.map((name) => queryWords(name).join(' ')).filter((name) => name !== '')),
];

function slices<T>(all: readonly T[], starts: readonly number[]): T[][] {
  return starts.map((start, number) => all.slice(start, starts[number + 1]));
}

const pack = (value: unknown) => gzipSync(JSON.stringify(value), { level: 9 });

function hashOf(files: IndexFiles): string {
  const hash = createHash('sha256');
  for (const [name, body] of files) hash.update(name).update(body);
  return hash.digest('hex').slice(0, 12);
}
