import type { z } from 'astro/zod';
import { changeSchema } from './change.ts';
import { misconceptionSchema, questionSchema, symptomSchema } from './lookup.ts';
import { numberSchema } from './number.ts';
import { pathSchema } from './path.ts';
import { contradictionSchema, eventSchema } from './timeline.ts';
import { sourceSchema } from './source.ts';
import { statementSchema } from './statement.ts';
import { systemSchema } from './system.ts';
import { termSchema } from './term.ts';
import { traitSchema } from './trait.ts';
import { useCaseSchema } from './use-case.ts';

/** The collections: file name in `content/data` (without `.yml`) and the schema of one entry. */
export const schemas = {
  sources: sourceSchema,
  numbers: numberSchema,
  glossary: termSchema,
  traits: traitSchema,
  statements: statementSchema,
  systems: systemSchema,
  'use-cases': useCaseSchema,
  misconceptions: misconceptionSchema,
  questions: questionSchema,
  symptoms: symptomSchema,
  contradictions: contradictionSchema,
  history: eventSchema,
  changes: changeSchema,
  paths: pathSchema,
} as const;

export type CollectionName = keyof typeof schemas;
/** One entry of the collection `C`. */
export type Entry<C extends CollectionName> = z.infer<(typeof schemas)[C]>;
/** Everything in `content/data`, by collection. */
export type Data = { [C in CollectionName]: Entry<C>[] };
