/** Events of the guest's console: text, and the marks of shell integration (OSC 133) in its prompt, which a terminal does not show. */
export type ConsoleEvent =
  | { kind: 'text'; text: string }
  /** A command has ended with this exit code; the prompt's text follows. */
  | { kind: 'ended'; exit: number }
  /** The command is incomplete: the continuation prompt follows. */
  | { kind: 'continued' }
  /** The prompt is complete; the shell waits for input. */
  | { kind: 'reading' }
  /** The kernel has panicked. */
  | { kind: 'panic'; message: string };

const escape = '\u001b';
const mark = new RegExp(`${escape}\\]133;(D;(\\d+)|B|C)\u0007`);
/** Start of a mark or a query that may continue in the next bytes. */
const started = new RegExp(`${escape}(?:\\](?:1(?:3(?:3(?:;[^\u0007]{0,8})?)?)?)?|\\[6?)?$`);
/** The shell queries the cursor position after each prompt. The answer would arrive when a command is already typed, and become part of it. */
const question = new RegExp(`${escape}\\[6n`, 'g');
/** Last line of a kernel panic. Its first line comes earlier, but a guest program could print that; nothing follows this one. */
const panic = /\[ *\d+\.\d+\] ---\[ end Kernel panic - not syncing: (.*?) \]---/;

/** Parses the bytes of a console as they arrive, in chunks that may end within a character, a mark or a line. */
export class ConsoleReader {
  readonly #decoder = new TextDecoder();
  #held = '';
  /** End of the text so far, to find a panic across chunks. */
  #tail = '';

  /** Parses the next bytes. */
  read(bytes: Uint8Array): ConsoleEvent[] {
    let text = this.#held + this.#decoder.decode(bytes, { stream: true });
    this.#held = started.exec(text)?.[0] ?? '';
    text = text.slice(0, text.length - this.#held.length);
    const events: ConsoleEvent[] = [];
    for (let found = mark.exec(text); found; found = mark.exec(text)) {
      this.#say(text.slice(0, found.index), events);
      events.push(markEvent(found));
      text = text.slice(found.index + found[0].length);
    }
    this.#say(text, events);
    return events;
  }

  #say(raw: string, events: ConsoleEvent[]): void {
    const text = raw.replace(question, '');
    if (text === '') return;
    events.push({ kind: 'text', text });
    this.#tail = (this.#tail + text).slice(-400);
    const found = panic.exec(this.#tail);
    if (!found) return;
    this.#tail = '';
    events.push({ kind: 'panic', message: found[1]! });
  }
}

function markEvent(found: RegExpExecArray): ConsoleEvent {
  if (found[1] === 'B') return { kind: 'reading' };
  if (found[1] === 'C') return { kind: 'continued' };
  return { kind: 'ended', exit: Number(found[2]) };
}

/** Escape sequences that move the cursor or set colours, and print nothing: CSI, OSC, and the short ones. */
const sequences = new RegExp(`${escape}(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\u0007]*\u0007|[@-Z\\\\^_])`, 'g');

/** Text as a reader sees it: without escape sequences, carriage returns and what backspace erased. */
export function plainText(text: string): string {
  let plain = text
    .replace(sequences, '')
    .replace(/\r+\n/g, '\n')
    .replace(/\u0007/g, '');
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replace(/[^\u0008\n]\u0008/g, '');
  }
  // A remaining carriage return restarts its line, as a progress bar does.
  return plain.replace(/^.*\r(?!$)/gm, '').replace(/\r/g, '');
}

/** One sequence or control character that prints nothing, at the start of a text. */
const movement = new RegExp(`^(?:${sequences.source}|[\\r\\n\\u0007\\u0008])`);

/**
 * Returns the text after the echo of a typed line, or undefined while the echo is incomplete. The shell's editor breaks a long line at the width of
 * the
 * terminal, so the first line break need not be the end of what was typed.
 */
export function afterEcho(text: string, line: string): string | undefined {
  let rest = text;
  for (const character of line) {
    for (let found = movement.exec(rest); found; found = movement.exec(rest)) rest = rest.slice(found[0].length);
    if (!rest.startsWith(character)) return undefined;
    rest = rest.slice(character.length);
  }
  // A line that ends just at the width of the terminal has its break already.
  const end = /^\r+\n/.exec(rest);
  return end ? rest.slice(end[0].length) : undefined;
}

/** Output of a command that the reader typed. Its line is unknown, so everything up to the first line break counts as the echo. */
export function outputOf(text: string): string {
  const end = text.search(/(?<!\r)\r\n/);
  return end < 0 ? '' : plainText(text.slice(end + 2));
}
