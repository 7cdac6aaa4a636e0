import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadChoice, requireChoice } from '#model/choice.ts';
import { plainText } from '#shared/inline-markdown.ts';

const name = 'virtual:choice';

/** Text that the form shows about a proposed outcome. */
export interface OutcomeWords {
  /** What it is. */
  what: string;
  /** What you give up by choosing it. */
  givesUp: string;
  /** What should make you revisit the decision. */
  decideAgain: string;
}

/** Source of the module: text by outcome id, and what to watch out for by `question.answer`. */
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
 * Provides the text from `content/data/choice.yml` that only a result shows as a browser module, `virtual:choice`. It is loaded together with the
 * form's behaviour on the first answer, so that the page itself stays small.
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
