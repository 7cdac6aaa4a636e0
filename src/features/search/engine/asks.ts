import type { Ask } from '../format.ts';
import type { QueryWord } from './query-word.ts';
import { tuning } from './tuning.ts';

/**
 * Favours the pages that answer one of the site's main questions, however it is worded (`vm vs docker`, `what are the benefits of
 * containerization over virtualization`): if the query names each side, and the rest of it only says what is wanted of them.
 */
export function favourAsked(
  scores: Map<number, number>,
  words: readonly QueryWord[],
  typed: readonly string[],
  asks: readonly Ask[],
): void {
  const best = Math.max(0, ...scores.values());
  const phrase = ` ${typed.join(' ')} `;
  // Words that only a turn of phrase implies are not the reader's.
  const own = words.filter(({ typed: word }) => phrase.includes(` ${word} `));
  const ask = asks.find((one) => isAsked(one, own, typed));
  ask?.at.forEach((section, place) => {
    const gain = best * tuning.asks[0] * tuning.asks[1] ** place;
    scores.set(section, Math.max(scores.get(section) ?? 0, gain));
  });
}

function isAsked({ sides, wants, alone }: Ask, words: readonly QueryWord[], typed: readonly string[]): boolean {
  const phrase = ` ${typed.join(' ')} `;
  const spoken = (names: readonly string[]) => names.some((name) => speaksOf(phrase, words, name));
  if (!sides.every(spoken)) return false;
  const parts = [...sides.flat(), ...wants].flatMap((name) => name.split(' '));
  const isOwn = (word: string) => parts.some((part) => isWord(word, part));
  // Words that say little do not make it another question.
  if (!words.every(({ word, role }) => isOwn(word) || role === 'soft')) return false;
  // Without a word of what is wanted, any other word makes it another question: `is docker a vm`.
  return spoken(wants) || (alone && words.length === typed.filter((word) => !joining.has(word)).length);
}

/** Words that only join the sides. */
const joining: ReadonlySet<string> = new Set(['and', 'or', 'a', 'the']);

/** Whether the query has all words of a name, including corrected ones. */
const speaksOf = (phrase: string, words: readonly QueryWord[], name: string) =>
  phrase.includes(` ${name} `) || name.split(' ').every((part) => words.some(({ word }) => isWord(word, part)));

const isWord = (word: string, part: string) => word === part || word === `${part}s` || part === `${word}s`;
