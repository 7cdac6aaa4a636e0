import { z } from 'astro/zod';
import { address, id, sourceIds, text } from './fields.ts';

/** One answer to a question, and where it leads. */
const answer = z
  .strictObject({
    /** Id of the answer, unique within its question; part of the address of a decision, so once published it stays. */
    id,
    /** The answer, as a person would say it. */
    text,
    /** The same in two or three words, for the list of what rules an outcome out. */
    short: text.max(24).optional(),
    /** Ids of the outcomes that it speaks for; empty where it leaves everything open. */
    points: z.array(id),
    /** Why it speaks for them. */
    because: text.optional(),
    /** What it rules out, and why. */
    excludes: z.array(z.strictObject({ /** Ids of outcomes. */ outcomes: z.array(id).min(1), because: text })),
    /** What to watch, ask or do if this is the answer. */
    then: text.optional(),
  })
  .refine(({ excludes, short }) => excludes.length === 0 || short !== undefined, {
    path: ['short'],
    message: 'is missing: an answer that rules something out is named in the list of what does',
  })
  .refine(({ points, because }) => points.length > 0 === (because !== undefined), {
    path: ['because'],
    message: 'says why the answer points to outcomes: present where `points` is not empty, and only there',
  });

const question = z.strictObject({
  /** Id of the question, and the name of its field in the form; once published it stays. */
  id,
  /** Letter that stands for it in the address of a decision; once published it stays. */
  key: z.string().regex(/^[a-z]$/, 'must be one lower-case letter'),
  /** Id of its section on the page. */
  heading: id,
  /** The question, as it is asked. */
  text,
  /** Why the answer matters, in one or two sentences. */
  why: text,
  /** The page that explains the subject. */
  page: address,
  /** Ids of the sources that its reasons rest on. */
  sources: sourceIds,
  /** The answers to choose from. */
  answers: z.array(answer).min(2),
});

const outcome = z.strictObject({
  /** Id of the outcome. */
  id,
  /** What it is called. */
  name: text,
  /** The same in a few letters, for lists and tables. */
  short: text.max(20),
  /** What it is, in one sentence. */
  what: text,
  /** The page that explains it. */
  page: address,
  /** What you give up with it. */
  givesUp: text,
  /** Questions to put to a candidate before you take it. */
  ask: text,
  /** What should make you open the decision again. */
  decideAgain: text,
  /** Ids of the sources that it rests on. */
  sources: sourceIds,
  /** Whether it is what is proposed when nothing else is left. */
  fallback: z.boolean().default(false),
});

const example = z.strictObject({
  /** Id of the example, which is its section on the page; once published it stays. */
  id,
  /** Its heading. */
  title: text,
  /** Who has to choose, and for what. */
  case: text,
  /** Answer by question. */
  answers: z.record(id, id),
  /** Id of the outcome that the rules make of the answers. */
  outcome: id,
  /** Id of the second choice. */
  second: id.optional(),
  /** Lines of the record that was written. */
  record: z.array(text).min(1),
});

/** Everything in `content/data/choice.yml`: how to choose, as data. */
export const choiceSchema = z.strictObject({
  /** Asked in this order. */
  questions: z.array(question).min(1),
  /** What the page can propose, least to operate first: a tie goes to the one that stands earlier. */
  outcomes: z.array(outcome).min(2),
  /** Lines of the form in which a decision is written down; `{{chosen}}` and the like are filled in. */
  record: z.array(text).min(1),
  /** Filled-in answer sheets of invented but ordinary cases. */
  examples: z.array(example).default([]),
});

/** How to choose. */
export type Choice = z.infer<typeof choiceSchema>;
/** One question. */
export type Question = Choice['questions'][number];
/** One outcome. */
export type Outcome = Choice['outcomes'][number];
