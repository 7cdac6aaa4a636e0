import type { z } from 'astro/zod';
import { changeSchema } from './schemas/change.ts';
import { contextSchema } from './schemas/context.ts';
import { lessonSchema } from './schemas/lesson.ts';
import { misconceptionSchema, questionSchema, symptomSchema } from './schemas/lookup.ts';
import { numberSchema } from './schemas/number.ts';
import { pathSchema } from './schemas/path.ts';
import { quizSchema } from './schemas/quiz.ts';
import { contradictionSchema, eventSchema } from './schemas/timeline.ts';
import { sourceSchema } from './schemas/source.ts';
import { statementSchema } from './schemas/statement.ts';
import { systemSchema } from './schemas/system.ts';
import { termSchema } from './schemas/term.ts';
import { traitSchema } from './schemas/trait.ts';
import { useCaseSchema } from './schemas/use-case.ts';

/** What an entry is: a machine-readable term that is published in `links.json`. */
export type EntryKind =
  | 'term'
  | 'question'
  | 'misconception'
  | 'symptom'
  | 'number'
  | 'source'
  | 'contradiction'
  | 'event'
  | 'change'
  | 'trait'
  | 'statement'
  | 'system'
  | 'use-case'
  | 'place'
  | 'path'
  | 'quiz-question'
  | 'lesson';

/** Describes a collection, which is one file in `content/data`. */
interface Collection {
  /** Schema of one entry. */
  schema: z.ZodType<{ id: string }>;
  /** Kind of every entry. */
  kind: EntryKind;
  /** Name of the field with the entry's title, used for its heading and as link text. */
  title: string;
  /** Address of the page that lists the entries. */
  page?: `/${string}/`;
  /** Whether each entry is a section of that page, anchored by its id. */
  anchored?: boolean;
  /** Prefix of the entries' ids, if they share one. */
  idPrefix?: string;
}

const define = <const C extends Record<string, Collection>>(collections: C) => collections;

/** The registry of collections, keyed by file name in `content/data` without `.yml`. To move a list to another page, change its line here. */
export const collections = define({
  sources: { schema: sourceSchema, kind: 'source', title: 'title', page: '/reference/sources/', anchored: true },
  numbers: { schema: numberSchema, kind: 'number', title: 'what', page: '/reference/numbers/', anchored: true },
  glossary: { schema: termSchema, kind: 'term', title: 'term', page: '/reference/glossary/', anchored: true },
  traits: { schema: traitSchema, kind: 'trait', title: 'name', page: '/traits/' },
  contexts: { schema: contextSchema, kind: 'place', title: 'name' },
  statements: { schema: statementSchema, kind: 'statement', title: 'label' },
  systems: { schema: systemSchema, kind: 'system', title: 'name', page: '/systems/' },
  'use-cases': { schema: useCaseSchema, kind: 'use-case', title: 'situation', page: '/use-cases/' },
  misconceptions: {
    schema: misconceptionSchema,
    kind: 'misconception',
    title: 'claim',
    page: '/reference/misconceptions/',
    anchored: true,
    idPrefix: 'm-',
  },
  questions: {
    schema: questionSchema,
    kind: 'question',
    title: 'question',
    page: '/reference/questions/',
    anchored: true,
    idPrefix: 'q-',
  },
  symptoms: {
    schema: symptomSchema,
    kind: 'symptom',
    title: 'message',
    page: '/reference/symptoms/',
    anchored: true,
    idPrefix: 's-',
  },
  contradictions: {
    schema: contradictionSchema,
    kind: 'contradiction',
    title: 'topic',
    page: '/reference/contradictions/',
    anchored: true,
  },
  history: { schema: eventSchema, kind: 'event', title: 'event', page: '/reference/history/', anchored: true },
  changes: { schema: changeSchema, kind: 'change', title: 'title', page: '/reference/changes/', anchored: true },
  paths: { schema: pathSchema, kind: 'path', title: 'name' },
  quiz: { schema: quizSchema, kind: 'quiz-question', title: 'ask', idPrefix: 'quiz-' },
  lessons: { schema: lessonSchema, kind: 'lesson', title: 'name' },
});

/** Name of a collection. */
export type CollectionName = keyof typeof collections;
/** An entry of the collection `C`. */
export type Entry<C extends CollectionName> = z.infer<(typeof collections)[C]['schema']>;
/** All of `content/data`, by collection. */
export type Data = { [C in CollectionName]: Entry<C>[] };

/** Names of all collections. */
export const collectionNames = Object.keys(collections) as CollectionName[];

/** A collection's description, typed without regard to which collection it is. */
export const describeCollection = (name: CollectionName): Collection => collections[name];

/** Collections whose entries are sections of a page. */
export type ListedName = {
  [C in CollectionName]: (typeof collections)[C] extends { anchored: true } ? C : never;
}[CollectionName];

/** Names of the collections whose entries are sections of a page. */
export const listedNames = collectionNames.filter(
  (name): name is ListedName => describeCollection(name).anchored === true,
);

/** Address of the page that has each entry of a collection as a section; `undefined` if there is none. */
export const listPageOf = (name: CollectionName): string | undefined =>
  describeCollection(name).anchored ? describeCollection(name).page : undefined;

/** Address of an entry on the page that lists it. */
export const entryAddress = (name: ListedName, id: string): string => `${collections[name].page}#${id}`;

/** The page that shows every diagram, each as a section anchored by the diagram's id. */
export const diagramsPage = '/teach/diagrams/';

/** Address of a diagram on the page of all diagrams. */
export const drawingAddress = (id: string): string => `${diagramsPage}#${id}`;
