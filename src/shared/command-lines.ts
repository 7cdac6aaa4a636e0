import { escapeHtml } from './html.ts';

/** A piece of a line: a word that a browser would break within, or what stands between such words. */
export interface LinePiece {
  /** The text, in parts: after each a line that is too short for the word may end. */
  parts: string[];
  whole: boolean;
}

/** Signs after which a browser may break a command: options and paths (`--rm` as `-` and `-rm`). */
const inCommands = /[-/,]/;
/** The same for code in running text, where a path may end a line at a slash. */
export const inText = /-/;

/**
 * The pieces of a line of commands.
 * @param signs what a word holds that is kept whole
 */
export const linePieces = (line: string, signs = inCommands): LinePiece[] =>
  line
    .split(/((?<=^|\s)\S+(?=\s|$))/)
    .filter((text) => text !== '')
    .map((text) => {
      const whole = signs.test(text) && /\S/.test(text);
      return { parts: whole ? text.split(/(?<=,)(?=.)/) : [text], whole };
    });

/** HTML of a line of commands, whose words are kept whole. */
export const keepWords = (line: string, signs = inCommands): string =>
  linePieces(line, signs)
    .map(({ parts, whole }) => {
      const html = parts.map(escapeHtml).join('<wbr>');
      return whole ? `<span>${html}</span>` : html;
    })
    .join('');

/** Whether a line of a block of commands is one: it begins with a prompt. */
export const isCommand = (line: string): boolean => /^[$#>] /.test(line);

/** HTML of a block of commands: each is a box of its own, whose further lines stand in from the first. */
export const commandLines = (text: string): string =>
  text
    .split(/(?<=\n)/)
    .map((line) => (isCommand(line) ? `<span class="cmd">${keepWords(line)}</span>` : escapeHtml(line)))
    .join('');
