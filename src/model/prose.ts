import type { Page } from './page.ts';

/** One sentence of a page's running text. */
export interface Sentence {
  words: number;
  /** Line on which it starts. */
  line: number;
}

/** One paragraph: a run of lines without a blank one. */
export interface Paragraph {
  /** Its words, without components and Markdown marks. */
  text: string;
  /** Line on which it starts, and on which it ends. */
  line: number;
  end: number;
  /** Whether it is running text, and not a heading, a list or a table. */
  running: boolean;
  sentences: Sentence[];
}

/** Measures of a page's words. */
export interface ProseMeasures {
  /** Words of body text: no code, no tables' rulings, no markup. */
  words: number;
  /** Average words in a sentence of running text. */
  sentenceLength: number;
  /** Most sentences in one paragraph. */
  longestParagraph: number;
  /** Words before the first heading. */
  openingWords: number;
}

/** The readable words of a line: components and Markdown marks removed. */
function plain(line: string): string {
  return line
    .replace(/<Number\b[^>]*>/g, 'figure')
    .replace(/<[^>]+>/g, '')
    .replace(/\{#[^}]*\}/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_|]/g, ' ')
    .trim();
}

/** How many words a text has. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const sentencesOf = (text: string) =>
  text.split(/(?<=[.?!])\s+(?=[\p{Lu}"“*])/u).filter((part) => countWords(part) > 0);

/** The paragraphs of a page, headings, lists and tables among them. Authors write one sentence a line, so a paragraph is a run of lines. */
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

/** Where a line starts in the paragraph's text. */
const offsetOf = (lines: readonly { text: string }[], wanted: { text: string }): number =>
  lines.slice(0, lines.indexOf(wanted)).reduce((sum, { text }) => sum + text.length + 1, 0);

/** Measures the words of a page. */
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

/** The paragraph that opens a page. */
export const openingOf = (paragraphs: readonly Paragraph[]): Paragraph | undefined =>
  paragraphs.find(({ running, text }) => running && countWords(text) > 0);
