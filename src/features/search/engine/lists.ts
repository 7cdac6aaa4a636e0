import type { QueryWord } from './query-word.ts';
import type { List } from '../format.ts';

/** A query that asks for the entries of a list. */
export interface AskedList {
  /** Index of the page with the list in `pages` of the head. */
  page: number;
  /** The words of the query, of which those that only ask for the list say little. */
  words: QueryWord[];
}

/**
 * Finds the list that a query asks for by a turn of phrase: `hypercall definition` the glossary, `when was Docker released` the history.
 * @param typed all words of the query, including those without meaning
 */
export function listAsked(
  typed: readonly string[],
  words: readonly QueryWord[],
  lists: readonly List[],
): AskedList | undefined {
  const phrase = ` ${typed.join(' ')} `;
  for (const { says, page } of lists) {
    const said = says.filter((turn) => phrase.includes(` ${turn} `)).flatMap((turn) => turn.split(' '));
    const subject = words.filter(({ typed: word }) => !said.includes(word));
    // Without a subject the query is about the list itself, or about the word.
    if (said.length > 0 && subject.some(({ matches }) => matches.length > 0))
      return {
        page,
        words: words.map((word) => (said.includes(word.typed) ? { ...word, role: 'soft' as const } : word)),
      };
  }
  return undefined;
}
