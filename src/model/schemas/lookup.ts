import { z } from 'astro/zod';
import { address, id, sourceIds, text } from './fields.ts';

/** Fields of every reference entry that say where it is explained. */
const explained = {
  /** The page or section that explains it in full. */
  page: address,
  /** Further relevant pages. */
  also: z.array(address).default([]),
  /** Ids of the sources that support it. */
  sources: sourceIds,
};

/** A common claim that is wrong: an entry of `content/data/misconceptions.yml`. */
export const misconceptionSchema = z.strictObject({
  /** Id of the entry and its anchor on the page that lists it; must not change once published. */
  id,
  /** The belief, as people put it. */
  claim: text,
  /** How wrong it is: entirely, or only under conditions that the claim omits. Displayed before the claim everywhere. */
  verdict: z.enum(['false', 'half-true']).default('false'),
  /** Why reasonable people believe it. */
  why: text,
  /** The counter-example. */
  truth: text,
  ...explained,
});

/** A question that people asked in public: an entry of `content/data/questions.yml`. */
export const questionSchema = z.strictObject({
  /** Id of the entry and its anchor on the page that lists it; must not change once published. */
  id,
  /** The question, in the words of those who asked. */
  question: text,
  /** Heading on the page of questions under which it is listed. */
  group: text,
  /** Where the question was seen. */
  seen: text,
  /** The answer: 40 to 120 words that can be read on their own. */
  answer: text,
  ...explained,
});

/** An error message or surprising behaviour: an entry of `content/data/symptoms.yml`. */
export const symptomSchema = z.strictObject({
  /** Id of the entry and its anchor on the page that lists it; must not change once published. */
  id,
  /** Heading on the page of symptoms under which it is listed: the layer that causes it. */
  group: text,
  /** The message exactly as displayed, so that pasting it into the search finds it. */
  message: text,
  /** What else readers type or paste for it, such as its code. Used only by the search. */
  words: z.array(text).default([]),
  /** The program or situation in which it appears. */
  where: text,
  /** What the message says about the layer that printed it. */
  meaning: text,
  /** What to check or do. */
  do: text,
  ...explained,
});

/** A common claim that is wrong. */
export type Misconception = z.infer<typeof misconceptionSchema>;
/** A question that people asked in public. */
export type Question = z.infer<typeof questionSchema>;
/** An error message or surprising behaviour. */
export type Symptom = z.infer<typeof symptomSchema>;
