import { Lexer, Marked, type MarkedExtension, type Token } from 'marked';
import { markedSmartypants } from 'marked-smartypants';
import { inText, keepWords } from './command-lines.ts';
import { escapeHtml } from './html.ts';
import { remember } from './remember.ts';
import { withBase } from './url.ts';

/** Whether a piece of code may be broken over lines. What is short stays in one on every screen: `--cap-drop` is not to break after a dash. */
export const isLongCode = (code: string) => code.length > 24;

/**
 * HTML of a data string that holds inline Markdown (code, emphasis, links).
 * Raw HTML in it is shown, not run. Internal links get the sub-path `base`.
 * @param verbatim whether quotes and dashes stay as they were typed: what a program printed is searched for as it is
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

/** The same string as plain text, for names and feeds: marks of Markdown go, and signs that stand for themselves stay. */
export const plainText = (text: string): string => Lexer.lexInline(text).map(wordsOf).join('');

/** What a reader sees of a part of a text. Raw HTML is shown as it is written. */
const wordsOf = (token: Token): string => {
  if ('tokens' in token && token.tokens) return token.tokens.map(wordsOf).join('');
  return token.type !== 'html' && 'text' in token ? (token.text as string) : token.raw;
};

/** The first sentence of a text with inline Markdown; a stop within a number, a path or a version ends none. */
export const firstSentence = (text: string): string => /^.*?[.!?](?=\s+[\p{Lu}`"“]|\s*$)/su.exec(text)?.[0] ?? text;
