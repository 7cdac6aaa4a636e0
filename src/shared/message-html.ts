import { escapeHtml } from './html.ts';
import { messageParts } from './message.ts';

/**
 * A sentence as HTML. Its words are escaped; what its tags stand for is not, since it is HTML.
 * @param tags by name of the tag: HTML, or a function that puts HTML around the tag's own words
 * @throws if the sentence has a tag that is not among them
 */
export function messageHtml(
  text: string,
  tags: Readonly<Record<string, string | ((inner: string) => string)>>,
): string {
  return messageParts(text)
    .map(({ tag, text: words }) => {
      if (tag === undefined) return escapeHtml(words);
      const html = tags[tag];
      if (html === undefined) throw new Error(`The sentence "${text}" has a tag <${tag}> that nothing fills.`);
      return typeof html === 'string' ? html : html(escapeHtml(words));
    })
    .join('');
}
