import type { Page } from './page.ts';

/** A sentence of body text. */
export interface Sentence {
  /** Number of words. */
  words: number;
  /** Line on which it starts. */
  line: number;
}

/** A paragraph: consecutive non-blank lines. */
export interface Paragraph {
  /** Text without components and Markdown syntax. */
  text: string;
  /** First line. */
  line: number;
  /** Last line. */
  end: number;
  /** Whether it is body text, as opposed to a heading, list or table. */
  running: boolean;
  sentences: Sentence[];
}

/** Readability metrics of a page. */
export interface ProseMeasures {
  /** Words of body text, excluding code, table rules and markup. */
  words: number;
  /** Average number of words per sentence of body text. */
  sentenceLength: number;
  /** Number of sentences in the longest paragraph. */
  longestParagraph: number;
  /** Number of words before the first heading. */
  openingWords: number;
}

/** A line's text without components and Markdown syntax. */
function plain(line: string): string {
  return line
    .replace(/<Number\b[^>]*>/g, 'figure')
    .replace(/<[^>]+>/g, '')
    .replace(/\{#[^}]*\}/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_|]/g, ' ')
    .trim();
}

/** Number of words in a text. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const sentencesOf = (text: string) =>
  text.split(/(?<=[.?!])\s+(?=[\p{Lu}"“*])/u).filter((part) => countWords(part) > 0);

/** Paragraphs of a page, including headings, lists and tables. Authors write one sentence per line, so a paragraph is a run of lines. */
export function paragraphsOf({ prose }: Page): Paragraph[] {
  const blocks: Page['prose'][] = [[]];
  for (const line of prose)
    if (line.text.trim() === '') blocks.push([]);
    else blocks.at(-1)!.push(line);
  return blocks.flatMap((block) => {
    const lines = block.map(({ text, line }) => ({ raw: text, text: plain(text), line })).filter(({ text }) => text);
    const [first] = lines;
    return first ? [paragraph(lines, first)] : [];
  });
}

function paragraph(
  lines: readonly { raw: string; text: string; line: number }[],
  first: (typeof lines)[number],
): Paragraph {
  const text = lines.map((line) => line.text).join(' ');
  const running = !/^(?:#|-|\d+\.|\s*$)/.test(first.text);
  const isTable = lines.some(({ raw }) => raw.startsWith('|'));
  let at = 0;
  const sentences = (running && !isTable ? sentencesOf(text) : []).map((sentence) => {
    at = text.indexOf(sentence, at);
    const before = lines.findLast((line) => offsetOf(lines, line) <= at) ?? first;
    return { words: countWords(sentence), line: before.line };
  });
  return { text, line: first.line, end: lines.at(-1)!.line, running, sentences };
}

/** Offset of a line in the paragraph's text. */
const offsetOf = (lines: readonly { text: string }[], wanted: { text: string }): number =>
  lines.slice(0, lines.indexOf(wanted)).reduce((sum, { text }) => sum + text.length + 1, 0);

/** Computes the readability metrics of a page. */
export function measureProse(page: Page): ProseMeasures {
  const paragraphs = paragraphsOf(page);
  const sentences = paragraphs.flatMap((one) => one.sentences);
  return {
    words: paragraphs.reduce((sum, { text }) => sum + countWords(text), 0),
    sentenceLength: sentences.reduce((sum, { words }) => sum + words, 0) / Math.max(1, sentences.length),
    longestParagraph: Math.max(0, ...paragraphs.map((one) => one.sentences.length)),
    openingWords: countWords(openingOf(paragraphs)?.text ?? ''),
  };
}

/** First paragraph of body text on a page. */
export const openingOf = (paragraphs: readonly Paragraph[]): Paragraph | undefined =>
  paragraphs.find(({ running, text }) => running && countWords(text) > 0);
