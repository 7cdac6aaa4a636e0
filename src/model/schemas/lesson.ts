import { z } from 'astro/zod';
import { address, id, text } from './fields.ts';

/** Prior knowledge that a class needs. */
const prerequisite = z.strictObject({
  /** What it is, in a phrase or a sentence. */
  text,
  /** Where to read about it. */
  page: address.optional(),
});

/** A part of a lesson. */
const part = z.strictObject({
  /** Duration in minutes. */
  minutes: z.number().int().min(1).max(60),
  /** Heading of the part in the lesson plan. */
  title: text,
  /** Page or section that the part covers. */
  page: address,
  /** What the teacher and the class do, in one or two sentences. */
  do: text,
  /** Ids of the diagrams to show. */
  show: z.array(id).default([]),
  /** Ids of the misconceptions to vote on. */
  claims: z.array(id).default([]),
  /** Id of the symptom to explain. */
  symptom: id.optional(),
  /** Id of the lab to run: the last segment of its address, `/labs/<id>/`. */
  lab: id.optional(),
  /** Question for the class. */
  ask: text,
});

/** A lesson: an entry of `content/data/lessons.yml`. Its own page is `/teach/<id>/`. */
export const lessonSchema = z.strictObject({
  /** Id of the lesson, the last segment of its address; must not change once published. */
  id,
  /** Name of the lesson; must match the title of its page. */
  name: text,
  /** Duration in minutes; must equal the sum of its parts. */
  minutes: z.number().int().min(5).max(240),
  /** Level, in terms that catalogues of teaching material use. */
  level: z.enum(['beginner', 'intermediate', 'advanced']),
  /** Target audience, in one sentence. */
  audience: text.max(200),
  /** What learners can do afterwards; each a sentence that starts with a verb. */
  goals: z.array(text.max(120)).min(2).max(5),
  /** Prior knowledge. */
  before: z.array(prerequisite).min(1),
  /** Parts in order. */
  parts: z.array(part).min(3),
  /** Addresses of the pages whose handout is given out. */
  'hand-out': z.array(address).min(1),
});

/** A lesson. */
export type Lesson = z.infer<typeof lessonSchema>;
