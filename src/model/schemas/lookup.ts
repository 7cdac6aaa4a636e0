import { z } from 'astro/zod';
import { address, id, sourceIds, text } from './fields.ts';

/** What every looked-up entry says of where it is explained. */
const explained = {
  /** The page or section that explains it in full. */
  page: address,
  /** Further pages that bear on it. */
  also: z.array(address).default([]),
  /** Ids of the sources that it rests on. */
  sources: sourceIds,
};

/** One thing that is often said and is not so: an entry of `content/data/misconceptions.yml`. */
export const misconceptionSchema = z.strictObject({
  /** Id of the entry, which is its id on the page that lists it; once published it stays. */
  id,
  /** The belief, as people put it. */
  claim: text,
  /** How far it is wrong: not so at all, or only under conditions that its believers leave out. Stands before the claim wherever it is shown. */
  verdict: z.enum(['false', 'half-true']).default('false'),
  /** Why sensible people believe it. */
  why: text,
  /** The counter-example. */
  truth: text,
  ...explained,
});

/** One question that people asked in public: an entry of `content/data/questions.yml`. */
export const questionSchema = z.strictObject({
  /** Id of the entry, which is its id on the page that lists it; once published it stays. */
  id,
  /** The question, in the words of those who ask. */
  question: text,
  /** Heading on the page of questions below which it stands. */
  group: text,
  /** Where the question was seen. */
  seen: text,
  /** The answer: 40 to 120 words that stand alone. */
  answer: text,
  ...explained,
});

/** One error message or surprise: an entry of `content/data/symptoms.yml`. */
export const symptomSchema = z.strictObject({
  /** Id of the entry, which is its id on the page that lists it; once published it stays. */
  id,
  /** Heading on the page of symptoms below which it stands: the layer that it shows. */
  group: text,
  /** The message as it appears, so that pasting it finds it. */
  message: text,
  /** What else readers type or paste for it, such as its code; for the search alone. */
  words: z.array(text).default([]),
  /** The program or the situation that shows it. */
  where: text,
  /** What the message says about the layer that printed it. */
  meaning: text,
  /** What to check or do. */
  do: text,
  ...explained,
});

/** One thing that is often said and is not so. */
export type Misconception = z.infer<typeof misconceptionSchema>;
/** One question that people asked in public. */
export type Question = z.infer<typeof questionSchema>;
/** One error message or surprise. */
export type Symptom = z.infer<typeof symptomSchema>;
