import { describe, expect, test } from 'vitest';
import { packNumbers, readNumbers, tableOf, wordTables } from '#features/search/format.ts';
import { packPostings, packWords, unpackPostings, unpackWords } from '#features/search/pack.ts';
import { Vocabulary } from '#features/search/engine/vocabulary.ts';
import { WordList } from '#features/search/engine/word-list.ts';
import { indexWords, queryWords } from '#features/search/engine/words.ts';

describe('words of a text', () => {
  test.each([
    ['a compound gives its parts and its joined form', 'Hyper-V', ['hyper', 'v', 'hyperv']],
    ['a path gives its parts', '/dev/kvm', ['dev', 'kvm', 'devkvm']],
    ['a genitive is its noun', 'the kernel’s', ['the', 'kernel']],
    ['accents are folded', 'naïve Café', ['naive', 'cafe']],
    ['invisible characters are dropped', 'ker\u00adnel ker\u200bnel', ['kernel', 'kernel']],
    ['runs that are no words are dropped', 'x'.repeat(50), []],
    ['a word ends where another script begins', 'Docker容器', ['docker', '容器']],
    ['nothing gives nothing', '', []],
  ])('%s', (_, text, words) => expect(indexWords(text)).toEqual(words));

  test.each([
    ['virtualisation', 'virtualization'],
    ['behaviour', 'behavior'],
    ['licence', 'license'],
    ['analyse', 'analyze'],
    ['catalogues', 'catalogs'],
    ['artefact', 'artifact'],
    ['discs', 'disks'],
    ['centre', 'center'],
    ['virtualiser', 'virtualizer'],
    ['labelled', 'labeled'],
  ])('%s is one word with %s', (british, american) => expect(queryWords(british)).toEqual(queryWords(american)));
});

test('a name that only looks British stays a name', () => {
  expect(queryWords('postgre hypervisers')).toEqual(['postgre', 'hypervisers']);
});

test('packed numbers come back, small ones exactly', () => {
  const numbers = [0, 1, 2, 3, 5, 8, 10, 100, 1000];
  const read = readNumbers(packNumbers(numbers));
  expect(read.slice(0, 5)).toEqual(numbers.slice(0, 5));
  read.forEach((number, place) =>
    expect(Math.abs(number - numbers[place]!)).toBeLessThanOrEqual(numbers[place]! * 0.12),
  );
});

test('packed words come back', () => {
  const words = ['cgroup', 'cgroups', 'container', 'vm', 'ü'];
  expect(unpackWords(packWords(words))).toEqual(words);
  expect(unpackWords(packWords([]))).toEqual([]);
});

test('packed postings come back', () => {
  const postings = [[0, 1, 40, 3], [], [40, 1], [0, 2, 1, 1, 900, 30], [39, 1]];
  expect(unpackPostings(packPostings(postings))).toEqual(postings);
  expect(unpackPostings(packPostings([[], [], [], [], []]))).toEqual([[], [], [], [], []]);
  expect(packPostings(postings)).toMatch(/^[!-~]+$/);
});

describe('a vocabulary', () => {
  const words = ['docker', 'hypervisor', 'hypervisors', 'isolate', 'isolated', 'isolation', 'kubernetes', 'vm', 'vms'];
  const list = (some: readonly string[]) => new WordList(some, () => 5);
  /** With two shards, from `docker` and from `isolate`. */
  const make = () =>
    new Vocabulary({
      starts: ['docker', 'isolate'],
      common: list([]),
      compounds: new Set(),
      strays: [],
    });
  const vocabulary = make();
  vocabulary.addShard(0, list(words.slice(0, 3)));
  vocabulary.addShard(1, list(words.slice(3)));
  for (const number of wordTables)
    vocabulary.addTable(number, list(words.filter(({ length }) => tableOf(length) === number)));
  const found = (matches: { word: string }[]) => matches.map(({ word }) => word);

  test('knows the other endings of a word, a plural best', () => {
    expect(vocabulary.forms('hypervisor')).toEqual([
      { word: 'hypervisor', weight: 1 },
      { word: 'hypervisors', weight: 0.9 },
    ]);
    expect(found(vocabulary.forms('isolating'))).toEqual(['isolate', 'isolated', 'isolation']);
    expect(found(vocabulary.forms('vm'))).toEqual(['vm', 'vms']);
  });
  test('completes what is being typed', () => {
    expect(found(vocabulary.completions('kub'))).toEqual(['kubernetes']);
    expect(vocabulary.completions('k')).toEqual([]);
  });
  test.each([
    ['hypervizor', 'hypervisor'],
    ['dokcer', 'docker'],
    ['kuberntes', 'kubernetes'],
    ['isolaton', 'isolation'],
    ['cubernetes', 'kubernetes'],
  ])('takes %s for a slip of %s', (slip, word) => expect(vocabulary.corrections(slip, 2)[0]?.word).toBe(word));
  test('takes nothing for a slip of what is too different', () => {
    expect(vocabulary.corrections('zebra', 2)).toEqual([]);
  });

  test('takes for known what is not there yet, and says what it wants', () => {
    const empty = make();
    expect(empty.has('zebra')).toBe(true);
    expect(empty.takeWanted()).toEqual({ shards: [1], tables: [] });
    empty.addShard(1, list(words.slice(3)));
    expect(empty.has('zebra')).toBe(false);
    expect(empty.has('isolate')).toBe(true);
    expect(empty.takeWanted()).toEqual({ shards: [], tables: [] });
  });
  test('wants words to correct by once it knows that a word is none', () => {
    const empty = make();
    expect([empty.has('dokcer'), empty.corrections('dokcer', 1)]).toEqual([true, []]);
    expect(empty.takeWanted()).toEqual({ shards: [0], tables: [] });
    empty.addShard(0, list(words.slice(0, 3)));
    expect([empty.has('dokcer'), empty.corrections('dokcer', 1)]).toEqual([false, []]);
    expect(empty.takeWanted()).toEqual({ shards: [], tables: [5, 6, 7] });
  });
  test('finds other forms that stand elsewhere in the alphabet', () => {
    const apart = new Vocabulary({
      starts: ['run', 'runc', 'running'],
      common: list([]),
      compounds: new Set(['runlevel']),
      strays: ['running'],
    });
    ['run', 'runlevel', 'running'].forEach((word, number) => apart.addShard(number, list([word])));
    expect(found(apart.forms('run'))).toEqual(['run', 'running']);
    expect([apart.joins('run', 'level'), apart.joins('run', 'c')]).toEqual([true, false]);
  });
});
