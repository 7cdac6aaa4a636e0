import { escapeHtml } from './html.ts';

/** A piece of a line: either a word that a browser would break, or the text between such words. */
export interface LinePiece {
  /** The text, split where a line that is too short for the whole word may break. */
  parts: string[];
  /** Whether it is a word to keep together if it fits. */
  whole: boolean;
}

/** Characters after which a browser may break a command: options and paths (`--rm` into `-` and `-rm`). */
const inCommands = /[-/,]/;
/** The same for code in body text, where a path may break at a slash. */
export const inText = /-/;

/**
 * Splits a line of commands into pieces.
 * @param signs matches the characters at which a word must not break
 */
export const linePieces = (line: string, signs = inCommands): LinePiece[] =>
  line
    .split(/((?<=^|\s)\S+(?=\s|$))/)
    .filter((text) => text !== '')
    .map((text) => {
      const whole = signs.test(text) && /\S/.test(text);
      return { parts: whole ? text.split(/(?<=,)(?=.)/) : [text], whole };
    });

/** HTML of a line of commands, with words kept together. */
export const keepWords = (line: string, signs = inCommands): string =>
  linePieces(line, signs)
    .map(({ parts, whole }) => {
      const html = parts.map(escapeHtml).join('<wbr>');
      return whole ? `<span>${html}</span>` : html;
    })
    .join('');

/** Whether a line of a block of commands is a command, that is, starts with a prompt. */
export const isCommand = (line: string): boolean => /^[$#>] /.test(line);

/** HTML of a block of commands. Each command is a box with a hanging indent for wrapped lines. */
export const commandLines = (text: string): string =>
  text
    .split(/(?<=\n)/)
    .map((line) => (isCommand(line) ? `<span class="cmd">${keepWords(line)}</span>` : escapeHtml(line)))
    .join('');
