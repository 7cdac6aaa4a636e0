import { z } from 'astro/zod';
import { address, id, text } from './fields.ts';

/** One wrong answer of a question. */
const wrongAnswer = z.strictObject({
  /** The answer, as plausible as the right one and about as long. */
  text,
  /** Id of the misconception that whoever chooses it holds, where it is one of `content/data/misconceptions.yml`. */
  shows: id.optional(),
});

/** One question with one right answer: an entry of `content/data/quiz.yml`. */
export const quizSchema = z.strictObject({
  /** Id of the question; once published it stays, because courses that imported it find it again by this id. */
  id,
  /** The page or section that explains the answer. Its first part, such as `traits`, is the section that the question belongs to. */
  page: address,
  /** Further addresses that bear on it. */
  also: z.array(address).default([]),
  /** What whoever answers it can do, as a sentence in the imperative: "Tell kernel and userland apart." Questions with one aim share it. */
  goal: text,
  /** 1: the words of the subject; 2: a conclusion from them; 3: several of them, or an exception. */
  difficulty: z.number().int().min(1).max(3),
  /** The question. */
  ask: text,
  /** The one right answer, true as it stands. */
  right: z.string('must be one text: a question has one right answer').trim().min(1),
  /** Two or three wrong answers. */
  wrong: z.array(wrongAnswer).min(2).max(3),
  /** Why the right answer is right, and what is wrong with the likeliest other one. Shown whatever was chosen. */
  feedback: text,
});

/** One question with one right answer. */
export type QuizItem = z.infer<typeof quizSchema>;
