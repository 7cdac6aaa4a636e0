import { escapeHtml } from './html.ts';

/** Letters of a word that fits on the narrowest line, in a window of 320 pixels, and may be kept whole. */
const longest = 16;

/** A piece of a line: a word that no line break may divide, or what stands between such words. */
export interface LinePiece {
  text: string;
  whole: boolean;
}

/** The pieces of a line of commands: a browser would break options and paths after their hyphens and slashes (`--rm` as `-` and `-rm`). */
export const linePieces = (line: string): LinePiece[] =>
  line
    .split(/((?<=^|\s)\S+(?=\s|$))/)
    .filter((text) => text !== '')
    .map((text) => ({ text, whole: text.length <= longest && /[-/]/.test(text) && /\S/.test(text) }));

/** HTML of a line of commands, whose words are kept whole. */
export const keepWords = (line: string): string =>
  linePieces(line)
    .map(({ text, whole }) => (whole ? `<span>${escapeHtml(text)}</span>` : escapeHtml(text)))
    .join('');

/** Whether a line of a block of commands is one: it begins with a prompt. */
export const isCommand = (line: string): boolean => /^[$#>] /.test(line);

/** HTML of a block of commands: each is a box of its own, whose further lines stand in from the first. */
export const commandLines = (text: string): string =>
  text
    .split(/(?<=\n)/)
    .map((line) => (isCommand(line) ? `<span class="cmd">${keepWords(line)}</span>` : escapeHtml(line)))
    .join('');
