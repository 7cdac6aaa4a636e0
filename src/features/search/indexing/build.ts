import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { cutChunks, cutShards } from './cut.ts';
import type { Named } from './entries.ts';
import {
  fields,
  kinds,
  languagesFile,
  packLengths,
  packNumbers,
  packRising,
  rounded,
  type Ask,
  type Head,
  type Name,
  type Section,
  type Shard,
  type Shown,
} from '../format.ts';
import { packPostings, packWords } from '../pack.ts';
import type { Synonyms } from './synonyms.ts';
import { stopWords } from '../engine/stop-words.ts';
import { sectionsOf } from '../engine/rank.ts';
import { WordList } from '../engine/word-list.ts';
import { commonWords, compoundWords, foreignness, strayWords, tablesOf } from './alphabet.ts';
import { shareOut } from './share-names.ts';
import type { Translation } from '../engine/languages.ts';
import { indexWords, queryWords } from '../engine/words.ts';

/** Files of the index, by their name in the index's folder. */
export type IndexFiles = Map<string, Buffer>;

/** What the index knows besides the text of the pages. */
export interface Meanings extends Pick<Synonyms, 'same' | 'also'>, Partial<Pick<Synonyms, 'asks' | 'hubs' | 'lists'>> {
  /** Translations of foreign words, the longest first. */
  languages?: readonly Translation[];
}

/** A word in more sections than this keeps those where it occurs most, so that no file grows with the whole site. */
const mostSections = 2500;
/** Codes in messages, which people search for alone: `VERR_VMX_NO_VMX`, `0x80370102`, `OOMKilled`. */
const codes = /\b(?:[A-Z]+(?:_[A-Z]+)+|0x[\da-f]{4,}|[A-Z]+[a-z]+[A-Z]\w+|[A-Z]{3,}[a-z]\w+)/g;
/** Number of characters of a section that results can quote. Only tables are longer, and they are indexed completely. */
const mostText = 1600;

/**
 * Builds the index: MiniSearch's own, split by word and by section into small files.
 * @returns the files and the name of their folder, which changes with their content
 */
export function buildIndex(
  sections: readonly Section[],
  named: readonly Named[],
  meanings: Meanings,
): { files: IndexFiles; folder: string } {
  const { words, postings, averages, lengths } = invert(sections);
  const numbersOf = addressBook(sections);
  const packed = postings.map(packPostings);
  const firsts = cutShards(packed);
  const starts = firsts.map((first) => words[first]!);
  const frequencies = postings.map((fieldsOf) => rounded(sectionsOf(fieldsOf).size));
  const vocabulary = new WordList(words, (place) => frequencies[place]!);
  const shown = sections.map(shownOf);
  const chunks = cutChunks(shown);
  const pages = sections.flatMap(({ page }, number) => (sections[number - 1]?.page === page ? [] : [number]));
  const entries = nameList(withRole(named, true), numbersOf);
  const others = nameList([...titles(sections), ...messageCodes(sections), ...withRole(named, false)], numbersOf);
  const names = shareOut(entries, others, vocabulary, starts);
  const head: Head = {
    count: sections.length,
    averages,
    lengths: lengths.map(packLengths),
    headings: packNumbers(sections.map(({ heading }) => tellingWords(heading))),
    kinds: sections.map(({ kind }) => kinds.indexOf(kind)),
    pages,
    hubs: hubs(sections, pages, meanings.hubs ?? []),
    chunks: packRising(chunks),
    to: Object.fromEntries(sections.flatMap(({ to }, number) => (to.length > 0 ? [[number, numbersOf(to)]] : []))),
    ...alphabetOf(vocabulary, starts),
    foreign: foreignness(meanings.languages ?? [], vocabulary),
    entries,
    names: names.get(undefined) ?? [],
    ...meaningsOf(meanings, numbersOf, pages),
  };
  const files: IndexFiles = new Map([
    ['head.bin', pack(head)],
    [languagesFile, pack(meanings.languages ?? [])],
    ...[...tablesOf(vocabulary, sections)].map(([number, table]) => [`l${number}.bin`, pack(table)] as const),
  ]);
  slices(words, firsts).forEach((part, number) => {
    const shard: Shard = [
      packWords(part),
      packed.slice(firsts[number], firsts[number + 1]).join(' '),
      names.get(number) ?? [],
    ];
    files.set(`w${number}.bin`, pack(shard));
  });
  slices(shown, chunks).forEach((part, number) => files.set(`s${number}.bin`, pack(part)));
  return { files, folder: hashOf(files) };
}

const shownOf = ({ page, title, id, heading, text }: Section): Shown => [
  page,
  title,
  id,
  heading,
  text.slice(0, mostText),
];

const withRole = (named: readonly Named[], wanted: boolean) => named.filter(({ same = false }) => same === wanted);

/** What the head contains of the words, which are in the shards. */
function alphabetOf(
  vocabulary: WordList,
  starts: readonly string[],
): Pick<Head, 'shards' | 'common' | 'frequencies' | 'compounds' | 'strays'> {
  const common = commonWords(vocabulary, starts);
  return {
    shards: packWords(starts),
    common: packWords(common),
    frequencies: packNumbers(common.map((word) => vocabulary.frequency(word))),
    compounds: packWords(compoundWords(vocabulary, starts)),
    strays: packWords(strayWords(vocabulary, starts)),
  };
}

/** What the data says about words, in the spelling of queries. */
function meaningsOf(
  meanings: Meanings,
  numbersOf: (addresses: readonly string[]) => number[],
  pages: readonly number[],
): Pick<Head, 'synonyms' | 'hints' | 'asks' | 'lists'> {
  return {
    synonyms: meanings.same.map(phrases).filter((group) => group.length > 1),
    hints: meanings.also.map(({ word, means }) => phrases([word, ...means])),
    asks: (meanings.asks ?? []).map(({ sides, wants, alone, at }): Ask => ({
      sides: sides.map(phrases),
      wants: phrases(wants),
      alone,
      at: numbersOf(at),
    })),
    // A list that is not built is left out.
    lists: (meanings.lists ?? []).flatMap(({ says, at }) =>
      numbersOf([at]).map((section) => ({ says: phrases(says), page: pages.indexOf(section) })),
    ),
  };
}

/** Returns a function that finds the numbers of sections by their addresses. An unknown address leads to the top of its page. */
function addressBook(sections: readonly Section[]): (addresses: readonly string[]) => number[] {
  const numbers = new Map(sections.map(({ page, id }, number) => [id ? `${page}#${id}` : page, number]));
  return (addresses) => [
    ...new Set(addresses.flatMap((address) => numbers.get(address) ?? numbers.get(address.split('#')[0]!) ?? [])),
  ];
}

/** Indexes of the pages that list what others explain: those that have pages below them, and those named in the data. */
function hubs(sections: readonly Section[], firsts: readonly number[], listed: readonly string[]): number[] {
  const pages = firsts.map((number) => sections[number]!.page);
  const above = new Set(pages.map((page) => page.replace(/[^/]+\/$/, '')));
  return pages.flatMap((page, place) => ((page !== '/' && above.has(page)) || listed.includes(page) ? [place] : []));
}

/** Indexes the sections with MiniSearch and splits its index into sorted words, each with its postings. */
function invert(sections: readonly Section[]) {
  const mini = new MiniSearch<Section & { number: number }>({
    idField: 'number',
    fields: [...fields],
    extractField: (section, field) =>
      field === 'names' || field === 'asked'
        ? section[field].join(' · ')
        : String(section[field as keyof typeof section] ?? ''),
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

/** Names in the spelling of queries, with the sections that answer them; each group of names once. */
function nameList(named: readonly Named[], numbersOf: (addresses: readonly string[]) => number[]): Name[] {
  const groups = new Map<string, Set<number>>();
  for (const { names, at } of named) {
    const group = phrases(names).join('|');
    const known = groups.get(group) ?? new Set<number>();
    for (const number of numbersOf(at)) known.add(number);
    if (group && known.size > 0) groups.set(group, known);
  }
  return [...groups].map(([group, numbers]) => [group, [...numbers]]);
}

/** The title of a page is one of its names, and so are both parts of a title such as `Namespaces and control groups`. */
const titles = (sections: readonly Section[]): Named[] =>
  sections
    .filter(({ kind }) => kind === 'page')
    .map(({ title, page }) => ({ names: [title, ...title.split(/, (?:and )?| and |: /)], at: [page] }));

/** A code is a name of the message that contains it, for readers who search for it alone. */
const messageCodes = (sections: readonly Section[]): Named[] =>
  sections
    .filter(({ kind }) => kind === 'symptom')
    .map(({ heading, page, id }) => ({ names: heading.match(codes) ?? [], at: [`${page}#${id}`] }));

/** Number of words with a meaning in a heading. Those that it shares with a query show how much of the heading was asked for. */
const tellingWords = (heading: string) => new Set(queryWords(heading).filter((word) => !stopWords.has(word))).size;

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
