import { z } from 'astro/zod';
import { address, id, text } from './fields.ts';

/** Knowledge that a class should bring. */
const prerequisite = z.strictObject({
  /** What it is, in a phrase or a sentence. */
  text,
  /** Where it can be read. */
  page: address.optional(),
});

/** A stretch of a lesson. */
const part = z.strictObject({
  minutes: z.number().int().min(1).max(60),
  title: text,
  /** Page or section that the part is about. */
  page: address,
  /** What the teacher and the class do, in one or two sentences. */
  do: text,
  /** Drawings to show. */
  show: z.array(id).default([]),
  /** Misconceptions to vote on. */
  claims: z.array(id).default([]),
  /** Error message to explain. */
  symptom: id.optional(),
  /** Lab to run: the last part of its address, `/labs/<id>/`. */
  lab: id.optional(),
  /** What to ask. */
  ask: text,
});

/** A lesson: an entry of `content/data/lessons.yml`. Its own page is `/teach/<id>/`. */
export const lessonSchema = z.strictObject({
  /** Id of the lesson, the last part of its address; once published it stays. */
  id,
  /** What it is called; the title of its page says the same. */
  name: text,
  /** How long it takes; its parts add up to this. */
  minutes: z.number().int().min(5).max(240),
  /** Level, in the words that catalogues of teaching material know. */
  level: z.enum(['beginner', 'intermediate', 'advanced']),
  /** For whom it is, in one sentence. */
  audience: text.max(200),
  /** What a class can do afterwards, each a sentence that begins with a verb. */
  goals: z.array(text.max(120)).min(2).max(5),
  /** What it should know before. */
  before: z.array(prerequisite).min(1),
  parts: z.array(part).min(3),
  /** Pages whose handout is given out. */
  'hand-out': z.array(address).min(1),
});

/** A lesson. */
export type Lesson = z.infer<typeof lessonSchema>;
