import { expect, test } from 'vitest';
import { siteModel } from '#model/model.ts';
import type { Term } from '#model/schemas/term.ts';
import { topicIndex } from '#features/topics/topics.ts';

const nothing = { glossary: [], systems: [], traits: [], questions: [], misconceptions: [], symptoms: [] };

test('topics are sorted by what can be read, past articles, and other names and words lead to the term', () => {
  const term = {
    id: 'vm',
    term: 'Virtual machine',
    short: '',
    not: '',
    aka: ['VM'],
    words: ['VMs', 'guest machine', 'virtual-machine'],
    page: '/x/',
    sources: [],
  };
  const symptom = {
    group: 'G',
    id: 's-x',
    message: '`/dev/kvm` is missing',
    words: [],
    where: '',
    meaning: '',
    do: '',
    page: '/x/',
    also: [],
    sources: [],
  };
  const question = {
    id: 'q-8',
    question: '8 or 9?',
    group: '',
    seen: '',
    answer: '',
    page: '/x/',
    also: [],
    sources: [],
  };
  const letters = topicIndex({ ...nothing, glossary: [term], symptoms: [symptom], questions: [question] }, [
    { title: 'Docker', href: '/systems/docker/' },
    { title: 'A virtual disk', href: '/disk/' },
  ]);
  expect(letters.map(({ letter, id }) => [letter, id])).toEqual([
    ['0–9', 'letter-0'],
    ['D', 'letter-d'],
    ['G', 'letter-g'],
    ['V', 'letter-v'],
  ]);
  expect(letters[1]?.topics.map(({ name, href }) => [name, href])).toEqual([
    ['/dev/kvm is missing', '/reference/symptoms/#s-x'],
    ['Docker', '/systems/docker/'],
  ]);
  expect(letters[2]?.topics).toEqual([
    { name: 'guest machine', kind: 'term', href: '/reference/glossary/#vm', see: 'Virtual machine' },
  ]);
  expect(letters[3]?.topics).toEqual([
    { name: 'A virtual disk', kind: 'page', href: '/disk/' },
    { name: 'Virtual machine', kind: 'term', href: '/reference/glossary/#vm' },
    { name: 'VM', kind: 'term', href: '/reference/glossary/#vm', see: 'Virtual machine' },
  ]);
});

type Named = Pick<Term, 'id' | 'term' | 'aka' | 'words'>;

/** Names, abbreviations and words, in the singular, that lead to more than one term. */
function leadTwice(terms: readonly Named[]): string[] {
  const leads = new Map<string, Set<string>>();
  for (const { id, term, aka, words } of terms) {
    // What stands in brackets is an abbreviation of the name, or says whose it is: "Bundle (OCI)".
    const abbreviations = [...term.matchAll(/\((\p{Lu}{2,})\)/gu)].flatMap(([, letters]) =>
      letters![0] === term[0] ? [letters!] : [],
    );
    for (const name of [term.replace(/\s*\(.*\)/, ''), ...abbreviations, ...aka, ...words]) {
      const singular = name.toLowerCase().replace(/s$/, '');
      leads.set(singular, (leads.get(singular) ?? new Set()).add(id));
    }
  }
  return [...leads].filter(([, ids]) => ids.size > 1).map(([name, ids]) => `${name}: ${[...ids].join(', ')}`);
}

test('no name or word of one term leads to another one as well', () => {
  expect(leadTwice(siteModel().data.glossary)).toEqual([]);
  const named = { aka: [], words: [] };
  expect(
    leadTwice([
      { ...named, id: 'vdi', term: 'Virtual desktop infrastructure (VDI)' },
      { ...named, id: 'disk', term: 'Disk image', words: ['VDIs'] },
    ]),
  ).toEqual(['vdi: vdi, disk']);
});
