import { z } from 'astro/zod';
import { address, id, sourceIds, text } from './fields.ts';

/** An answer to a question, with its consequences. */
const answer = z
  .strictObject({
    /** Id of the answer, unique within its question. Part of the address of a decision, so it must not change once published. */
    id,
    /** The answer, as a person would say it. */
    text,
    /** The same in two or three words, for the list of what rules out an outcome. */
    short: text.max(24).optional(),
    /** Ids of the outcomes that it supports; empty if it leaves everything open. */
    points: z.array(id),
    /** Why it supports them. */
    because: text.optional(),
    /** What it rules out, with reasons. */
    excludes: z.array(z.strictObject({ /** Ids of outcomes. */ outcomes: z.array(id).min(1), because: text })),
    /** What to watch out for, ask or do after giving this answer. */
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
  /** Id of the question and name of its form field; must not change once published. */
  id,
  /** Letter for the question in the address of a decision; must not change once published. */
  key: z.string().regex(/^[a-z]$/, 'must be one lower-case letter'),
  /** Id of its heading on the page. */
  heading: id,
  /** The question, as it is asked. */
  text,
  /** Why the answer matters, in one or two sentences. */
  why: text,
  /** The page that explains the subject. */
  page: address,
  /** Ids of the sources that support its reasons. */
  sources: sourceIds,
  /** Possible answers. */
  answers: z.array(answer).min(2),
});

const outcome = z.strictObject({
  /** Id of the outcome. */
  id,
  /** What it is called. */
  name: text,
  /** A shorter name, for lists and tables. */
  short: text.max(20),
  /** What it is, in one sentence. */
  what: text,
  /** The page that explains it. */
  page: address,
  /** What you give up by choosing it. */
  givesUp: text,
  /** Questions to put to a candidate before you take it. */
  ask: text,
  /** What should make you revisit the decision. */
  decideAgain: text,
  /** Ids of the sources that support it. */
  sources: sourceIds,
  /** Whether it is proposed when everything else is ruled out. */
  fallback: z.boolean().default(false),
});

const example = z.strictObject({
  /** Id of the example and anchor of its section on the page; must not change once published. */
  id,
  /** Its heading. */
  title: text,
  /** Who has to choose, and for what. */
  case: text,
  /** Answer ids by question id. */
  answers: z.record(id, id),
  /** Id of the outcome that the rules arrive at. */
  outcome: id,
  /** Id of the runner-up. */
  second: id.optional(),
  /** Lines of the resulting decision record. */
  record: z.array(text).min(1),
});

/** `content/data/choice.yml`: the decision rules as data. */
export const choiceSchema = z.strictObject({
  /** Asked in this order. */
  questions: z.array(question).min(1),
  /** Possible outcomes, ordered from least to most effort to operate: the earlier one wins a tie. */
  outcomes: z.array(outcome).min(2),
  /** Lines of the template for a decision record; `{{chosen}}` and other placeholders are filled in. */
  record: z.array(text).min(1),
  /** Filled-in forms for invented but typical cases. */
  examples: z.array(example).default([]),
});

/** The decision rules. */
export type Choice = z.infer<typeof choiceSchema>;
/** One question. */
export type Question = Choice['questions'][number];
/** One outcome. */
export type Outcome = Choice['outcomes'][number];
