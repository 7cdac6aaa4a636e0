import { escapeHtml } from './html.ts';
import { messageParts } from './message.ts';

/**
 * Converts a sentence with tags to HTML. Its text is escaped; the replacements for tags are not.
 * @param tags by tag name: HTML, or a function that wraps the tag's text in HTML
 * @throws if the sentence has a tag that is not in `tags`
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
