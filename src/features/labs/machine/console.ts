/** What the guest's console says: text, and the marks of shell integration (OSC 133) that its prompt carries and a terminal does not show. */
export type ConsoleEvent =
  | { kind: 'text'; text: string }
  /** A command has ended with this exit code; the prompt's text follows. */
  | { kind: 'ended'; exit: number }
  /** The command is not complete: the continuation prompt follows. */
  | { kind: 'continued' }
  /** The prompt is written; the shell reads. */
  | { kind: 'reading' }
  /** The kernel has panicked. */
  | { kind: 'panic'; message: string };

const escape = '\u001b';
const mark = new RegExp(`${escape}\\]133;(D;(\\d+)|B|C)\u0007`);
/** Start of a mark or question that may go on in the next bytes. */
const started = new RegExp(`${escape}(?:\\](?:1(?:3(?:3(?:;[^\u0007]{0,8})?)?)?)?|\\[6?)?$`);
/** The shell asks where the cursor is after each prompt. The answer would come when a command is already typed, and become a part of it. */
const question = new RegExp(`${escape}\\[6n`, 'g');
/** Last words of a kernel. Its first words come earlier, but a guest program could print those; nothing follows these. */
const panic = /\[ *\d+\.\d+\] ---\[ end Kernel panic - not syncing: (.*?) \]---/;

/** Reads the bytes of a console as they come, in pieces that may end within a character, a mark or a line. */
export class ConsoleReader {
  readonly #decoder = new TextDecoder();
  #held = '';
  /** End of what has been said, to find a panic across pieces. */
  #tail = '';

  /** The events in these bytes. */
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

/** Sequences that move or colour and print nothing: CSI, OSC, and the short ones. */
const sequences = new RegExp(`${escape}(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\u0007]*\u0007|[@-Z\\\\^_])`, 'g');

/** Text as a reader sees it: without sequences, carriage returns and what backspace takes back. */
export function plainText(text: string): string {
  let plain = text
    .replace(sequences, '')
    .replace(/\r+\n/g, '\n')
    .replace(/\u0007/g, '');
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replace(/[^\u0008\n]\u0008/g, '');
  }
  // What is left of a carriage return begins its line again, as a progress bar does.
  return plain.replace(/^.*\r(?!$)/gm, '').replace(/\r/g, '');
}

/** One thing that moves and prints nothing, at the start of a text. */
const movement = new RegExp(`^(?:${sequences.source}|[\\r\\n\\u0007\\u0008])`);

/**
 * The text after the echo of a line that was typed, or nothing as long as the echo is not complete. The shell's editor breaks a long line where the terminal
 * ends, so that the first end of a line need not be the end of what was typed.
 */
export function afterEcho(text: string, line: string): string | undefined {
  let rest = text;
  for (const character of line) {
    for (let found = movement.exec(rest); found; found = movement.exec(rest)) rest = rest.slice(found[0].length);
    if (!rest.startsWith(character)) return undefined;
    rest = rest.slice(character.length);
  }
  // A line that ends just where the terminal does has its break already.
  const end = /^\r+\n/.exec(rest);
  return end ? rest.slice(end[0].length) : undefined;
}

/** What a command printed that the reader typed: nobody knows the line, so that all up to the first end of a line is taken for it. */
export function outputOf(text: string): string {
  const end = text.search(/(?<!\r)\r\n/);
  return end < 0 ? '' : plainText(text.slice(end + 2));
}
