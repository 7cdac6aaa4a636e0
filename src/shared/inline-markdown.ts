import { Lexer, Marked, type MarkedExtension, type Token } from 'marked';
import { markedSmartypants } from 'marked-smartypants';
import { inText, keepWords } from './command-lines.ts';
import { escapeHtml } from './html.ts';
import { remember } from './remember.ts';
import { withBase } from './url.ts';

/** Whether inline code may wrap. Short code never does: `--cap-drop` must not break after a hyphen. */
export const isLongCode = (code: string) => code.length > 24;

/**
 * Converts inline Markdown (code, emphasis, links) to HTML. Raw HTML is escaped. Internal links get the sub-path `base`.
 * @param verbatim keep quotes and dashes as typed: readers search for program output verbatim
 */
export const inlineHtml = (text: string, base: string, verbatim = false): string =>
  (verbatim ? asTyped : withQuotes)(base).parseInline(text, { async: false });

/** HTML of the same without classes, for files that other programs show: they don't have this site's styles. */
export const portableHtml = (text: string, base: string): string => forFiles(base).parseInline(text, { async: false });

const plainCode = (code: string) => `<code>${escapeHtml(code)}</code>`;
const rules = (base: string, codeHtml: (code: string) => string): MarkedExtension => ({
  walkTokens: (token) => {
    if (token.type === 'link') token.href = withBase(token.href as string, base);
  },
  renderer: {
    html: ({ text: raw }) => escapeHtml(raw),
    codespan: ({ text: code }) => codeHtml(code),
  },
});
const breakableCode = (code: string) =>
  isLongCode(code) ? `<code class="long">${keepWords(code, inText)}</code>` : plainCode(code);
const asTyped = remember((base) => new Marked(rules(base, breakableCode)));
// Pages of prose get the same quotes from their own Markdown.
const withQuotes = remember((base) => new Marked(rules(base, breakableCode), markedSmartypants({ config: 'q' })));
const forFiles = remember((base) => new Marked(rules(base, plainCode), markedSmartypants({ config: 'q' })));

/** Converts inline Markdown to plain text, for names and feeds. Removes syntax, keeps literal characters. */
export const plainText = (text: string): string => Lexer.lexInline(text).map(wordsOf).join('');

/** Visible text of a token. Raw HTML is kept as written. */
const wordsOf = (token: Token): string => {
  if ('tokens' in token && token.tokens) return token.tokens.map(wordsOf).join('');
  return token.type !== 'html' && 'text' in token ? (token.text as string) : token.raw;
};

/** First sentence of a text with inline Markdown. Full stops within numbers, paths and versions do not count. */
export const firstSentence = (text: string): string => /^.*?[.!?](?=\s+[\p{Lu}`"“]|\s*$)/su.exec(text)?.[0] ?? text;
