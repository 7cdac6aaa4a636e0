import { z } from 'astro/zod';
import { address, id, text } from './fields.ts';

/** A wrong answer. */
const wrongAnswer = z.strictObject({
  /** The answer, as plausible as the correct one and about as long. */
  text,
  /** Id of the misconception in `content/data/misconceptions.yml` that leads to this answer, if there is one. */
  shows: id.optional(),
});

/** A question with one correct answer: an entry of `content/data/quiz.yml`. */
export const quizSchema = z.strictObject({
  /** Id of the question; must not change once published, because courses that import it again match questions by id. */
  id,
  /** The page or section that explains the answer. Its first segment, such as `traits`, is the section that the question belongs to. */
  page: address,
  /** Further relevant addresses. */
  also: z.array(address).default([]),
  /** Learning objective in the imperative: "Tell kernel and userland apart." Questions with the same objective share the text. */
  goal: text,
  /** 1: terms; 2: a conclusion from them; 3: several conclusions, or an exception. */
  difficulty: z.number().int().min(1).max(3),
  /** The question. */
  ask: text,
  /** The correct answer. */
  right: z.string('must be one text: a question has one right answer').trim().min(1),
  /** Two or three incorrect answers. */
  wrong: z.array(wrongAnswer).min(2).max(3),
  /** Why the correct answer is correct, and what is wrong with the most likely other one. Shown whichever answer was chosen. */
  feedback: text,
});

/** A question with one correct answer. */
export type QuizItem = z.infer<typeof quizSchema>;
