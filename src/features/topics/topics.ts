import { entryAddress as at, type Data } from '#model/collections.ts';
import { entryTitle } from '#model/entry-title.ts';
import { t, textOrder } from '#model/i18n.ts';
import { plainText } from '#shared/inline-markdown.ts';

/** The page with the index. */
export const topicsPage = { address: '/topics/', title: t('topics.title') } as const;

/** An entry of the index. */
export interface Topic {
  /** Text of the entry. */
  name: string;
  /** What the entry leads to. */
  kind: 'term' | 'system' | 'trait' | 'page' | 'question' | 'misconception' | 'symptom';
  /** Address, with the fragment of its section. */
  href: string;
  /** Sort key, if it differs from the name. */
  sortAs?: string;
  /** The preferred name, if this entry is another name for it or a related word. */
  see?: string;
}

/** A letter with its entries, sorted. */
export interface Letter {
  /** `A` to `Z`, or `0–9` for everything else. */
  letter: string;
  /** Anchor of the letter on the page. */
  id: string;
  /** Entries in display order. */
  topics: Topic[];
}

/** The data that entries come from. */
export type TopicData = Pick<Data, 'glossary' | 'systems' | 'traits' | 'questions' | 'misconceptions' | 'symptoms'>;

/** All entries, grouped by first letter. */
export function topicIndex(data: TopicData, pages: readonly { title: string; href: string }[]): Letter[] {
  const letters = new Map<string, Topic[]>();
  const seen = new Set<string>();
  for (const topic of [
    ...entries(data),
    ...pages.map(({ title, href }): Topic => ({ name: title, kind: 'page', href })),
  ]) {
    const key = `${topic.name.toLowerCase()} ${topic.href}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const letter = letterOf(topic.sortAs ?? topic.name);
    letters.set(letter, [...(letters.get(letter) ?? []), topic]);
  }
  return [...letters]
    .sort(([a], [b]) => byLetter(a, b))
    .map(([letter, topics]) => ({
      letter,
      id: `letter-${letter.slice(0, 1).toLowerCase()}`,
      topics: topics.sort(byName),
    }));
}

function entries({ glossary, systems, traits, questions, misconceptions, symptoms }: TopicData): Topic[] {
  return [
    ...glossary.flatMap(({ id, term, aka, words }): Topic[] => [
      { name: term, kind: 'term', href: at('glossary', id) },
      ...[
        ...aka,
        ...words.filter((word) => !isSpelling(word, [term, ...aka]) && !isPlural(word, [term, ...aka, ...words])),
      ].map((name): Topic => ({
        name,
        kind: 'term',
        href: at('glossary', id),
        see: term,
      })),
    ]),
    ...systems.map(({ name, page }): Topic => ({ name, kind: 'system', href: page })),
    ...traits.map(({ name, page }): Topic => ({ name, kind: 'trait', href: page })),
    ...questions.map(({ id, question }): Topic => ({
      name: plainText(question),
      kind: 'question',
      href: at('questions', id),
    })),
    ...misconceptions.map((entry): Topic => ({
      name: plainText(entryTitle('misconceptions', entry)),
      sortAs: plainText(entry.claim),
      kind: 'misconception',
      href: at('misconceptions', entry.id),
    })),
    ...symptoms.map(({ id, message }): Topic => ({
      name: plainText(message),
      kind: 'symptom',
      href: at('symptoms', id),
    })),
  ];
}

/** Whether a word is only a different spelling of a name that is in the list: `run c`. Needed by the search, but not by readers of a list. */
const isSpelling = (word: string, names: readonly string[]) =>
  names.some((name) => lettersOf(name) === lettersOf(word));
const lettersOf = (text: string) => text.toLowerCase().replace(/[\s-]/g, '');

/** Whether a word is only the plural of a name that is in the list. */
const isPlural = (word: string, names: readonly string[]) =>
  names.some((name) => word.toLowerCase() === `${name.toLowerCase()}s`);

/** Sort key of a name: starts at the first letter or digit, skipping quotes, slashes, dashes and an article. */
const sortable = (name: string) => name.replace(/^[^\p{L}\p{N}]+/u, '').replace(/^(?:an?|the) (?=\p{L})/iu, '');
const byLetter = textOrder();
const compare = textOrder({ sensitivity: 'base', numeric: true });
const byName = (a: Topic, b: Topic) => compare(sortable(a.sortAs ?? a.name), sortable(b.sortAs ?? b.name));

function letterOf(name: string): string {
  const first = sortable(name).normalize('NFD').charAt(0).toUpperCase();
  return /[A-Z]/.test(first) ? first : '0–9';
}
