import { Marked } from 'marked';
import { withBase } from './url.ts';

/**
 * HTML of a data string that holds inline Markdown (code, emphasis, links).
 * Raw HTML in it is shown, not run. Internal links get the sub-path `base`.
 */
export function inlineHtml(text: string, base: string): string {
  const marked = new Marked({
    walkTokens: (token) => {
      if (token.type === 'link') token.href = withBase(token.href as string, base);
    },
    renderer: { html: ({ text: raw }) => raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;') },
  });
  return marked.parseInline(text, { async: false });
}

/** The same string as plain text, for tooltips and feeds. */
export function plainText(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
}
