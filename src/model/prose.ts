import type { Page } from './page.ts';

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

const countWords = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const sentencesOf = (text: string) =>
  text.split(/(?<=[.?!])\s+(?=[\p{Lu}"“*])/u).filter((part) => countWords(part) > 0);

/** Measures the words of a page. Authors write one sentence a line, so a paragraph is a run of lines. */
export function measureProse({ prose }: Page): ProseMeasures {
  const lines = prose.map(({ text }) => text);
  const paragraphs = lines
    .join('\n')
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').map(plain).filter(Boolean))
    .filter((block) => block.length > 0);
  const running = paragraphs.filter(([first = '']) => !/^(?:#|-|\d+\.|\s*$)/.test(first));
  const text = (block: string[]) => block.join(' ');
  const isTable = (block: string[]) => lines.some((line) => line.startsWith('|') && block.includes(plain(line)));
  const sentences = running.filter((block) => !isTable(block)).map((block) => sentencesOf(text(block)));
  const all = sentences.flat();
  const opening = running.find((block) => countWords(text(block)) > 0) ?? [];
  return {
    words: paragraphs.reduce((sum, block) => sum + countWords(text(block)), 0),
    sentenceLength: all.reduce((sum, sentence) => sum + countWords(sentence), 0) / Math.max(1, all.length),
    longestParagraph: Math.max(0, ...sentences.map((list) => list.length)),
    openingWords: countWords(text(opening)),
  };
}
