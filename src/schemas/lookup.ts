import { z } from 'astro/zod';
import { address, id, sourceIds, text } from './fields.ts';

const explained = {
  /** The page or section that explains it in full. */
  page: address,
  /** Further pages that bear on it. */
  also: z.array(address).default([]),
  sources: sourceIds,
};

/** One thing that is often said and is not so: an entry of `content/data/misconceptions.yml`. */
export const misconceptionSchema = z.strictObject({
  id,
  claim: text,
  /** Why sensible people believe it. */
  why: text,
  /** The counter-example. */
  truth: text,
  ...explained,
});

/** One question that people asked in public: an entry of `content/data/questions.yml`. */
export const questionSchema = z.strictObject({
  id,
  question: text,
  group: text,
  /** Where the question was seen. */
  seen: text,
  answer: text,
  ...explained,
});

/** One error message or surprise: an entry of `content/data/symptoms.yml`. */
export const symptomSchema = z.strictObject({
  id,
  /** The message as it appears, so that pasting it finds it. */
  message: text,
  /** What else readers type or paste for it, such as its code; for the search alone. */
  words: z.array(text).default([]),
  /** The program or the situation that shows it. */
  where: text,
  meaning: text,
  /** What to check or do. */
  do: text,
  ...explained,
});

export type Misconception = z.infer<typeof misconceptionSchema>;
export type Question = z.infer<typeof questionSchema>;
export type Symptom = z.infer<typeof symptomSchema>;
