// Made by `src/features/choice/index.ts`.
declare module 'virtual:choice' {
  /** What a result says of an outcome, by its id. */
  export const words: Readonly<Record<string, { what: string; givesUp: string; decideAgain: string }>>;
  /** What to watch with an answer, by `question.answer`. */
  export const watch: Readonly<Record<string, string>>;
}
