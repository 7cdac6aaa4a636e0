import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadChoice, requireChoice } from '#model/choice.ts';
import { plainText } from '#shared/inline-markdown.ts';

const name = 'virtual:choice';

/** What the form says of an outcome once there is one. */
export interface OutcomeWords {
  /** What it is. */
  what: string;
  /** What you give up with it. */
  givesUp: string;
  /** What should make you open the decision again. */
  decideAgain: string;
}

/** The module: words by id of the outcome, and what to watch by `question.answer`. */
function wordsModule(root: string): string {
  const { questions, outcomes } = requireChoice(loadChoice(root));
  const words = outcomes.map(({ id, what, givesUp, decideAgain }) => [
    id,
    { what: plainText(what), givesUp: plainText(givesUp), decideAgain: plainText(decideAgain) } satisfies OutcomeWords,
  ]);
  const watch = questions.flatMap(({ id, answers }) =>
    answers.flatMap(({ id: answer, then }) => (then ? [[`${id}.${answer}`, plainText(then)]] : [])),
  );
  return `export const words = ${JSON.stringify(Object.fromEntries(words))};
export const watch = ${JSON.stringify(Object.fromEntries(watch))};`;
}

/**
 * The words of `content/data/choice.yml` that only a result shows, as a module for the browser (`virtual:choice`): it is loaded with the form's
 * behaviour when a reader answers, so that the page does not carry them for everyone.
 */
export default function choice(): AstroIntegration {
  return {
    name: 'choice',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) =>
        void updateConfig({
          vite: {
            plugins: [
              {
                name: 'choice',
                resolveId: (id: string) => (id === name ? `\0${name}` : undefined),
                load: (id: string) => (id === `\0${name}` ? wordsModule(fileURLToPath(config.root)) : undefined),
              },
            ],
          },
        }),
    },
  };
}
