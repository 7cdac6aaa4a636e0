import { describe, expect, it } from 'vitest';
import { afterEcho, ConsoleReader, outputOf, plainText, type ConsoleEvent } from '#features/labs/machine/console.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const prompt = (exit: number) => `\u001b]133;D;${exit}\u0007vm1:~# \u001b]133;B\u0007`;

/** Events of a text that comes in pieces of so many bytes; neighbouring texts joined. */
function read(text: string, size: number): ConsoleEvent[] {
  const reader = new ConsoleReader();
  const all = bytes(text);
  const events: ConsoleEvent[] = [];
  for (let at = 0; at < all.length; at += size)
    for (const event of reader.read(all.subarray(at, at + size))) {
      const last = events.at(-1);
      if (event.kind === 'text' && last?.kind === 'text') last.text += event.text;
      else events.push(event);
    }
  return events;
}

describe('The console reader', () => {
  it('finds the same marks however the bytes are cut', () => {
    const text = `uname -r\r\n6.1.0 é\r\n${prompt(0)}`;
    for (const size of [1, 2, 3, 7, 1000])
      expect(read(text, size)).toEqual([
        { kind: 'text', text: 'uname -r\r\n6.1.0 é\r\n' },
        { kind: 'ended', exit: 0 },
        { kind: 'text', text: 'vm1:~# ' },
        { kind: 'reading' },
      ]);
  });

  it('tells the exit code and the continuation prompt', () => {
    expect(read(prompt(137), 5)[0]).toEqual({ kind: 'ended', exit: 137 });
    expect(read('\u001b]133;C\u0007> \u001b]133;B\u0007', 4)[0]).toEqual({ kind: 'continued' });
  });

  it('tells a panic by the last words of the kernel, and not by its first', () => {
    const first = '[   12.345678] Kernel panic - not syncing: sysrq triggered crash\r\n';
    expect(read(first, 9).some(({ kind }) => kind === 'panic')).toBe(false);
    const last = '[   12.345999] ---[ end Kernel panic - not syncing: sysrq triggered crash ]---\r\n';
    expect(read(first + last, 9)).toContainEqual({ kind: 'panic', message: 'sysrq triggered crash' });
  });

  it('shows other sequences to the terminal and not to the checks', () => {
    expect(read('\u001b[31mred\u001b[0m', 3)).toEqual([{ kind: 'text', text: '\u001b[31mred\u001b[0m' }]);
    expect(plainText('\u001b[31mred\u001b[0m \u001b]0;title\u0007x\r\n')).toBe('red x\n');
  });

  it('knows the end of a typed line from the place where the terminal breaks it', () => {
    expect(afterEcho('echo on', 'echo one')).toBeUndefined();
    expect(afterEcho('echo one', 'echo one')).toBeUndefined();
    expect(afterEcho('echo one\r\none\r\n', 'echo one')).toBe('one\r\n');
    expect(afterEcho('echo\r\r\n one\r\none\r\n', 'echo one')).toBe('one\r\n');
    expect(afterEcho('echo one\r\r\none\r\n', 'echo one')).toBe('one\r\n');
    expect(afterEcho('\rvm1# \u001b[Jecho one', 'echo one')).toBeUndefined();
  });

  it('keeps the shell’s question for the cursor from the terminal, whose answer would be typed into the next command', () => {
    for (const size of [1, 2, 100]) expect(read('a\u001b[6nb', size)).toEqual([{ kind: 'text', text: 'ab' }]);
  });

  it('leaves out the typed line, backspaces and what a carriage return writes over', () => {
    expect(outputOf('unmae\b\b\b\bname -r\r\n6.1\r\n')).toBe('6.1\n');
    expect(outputOf('dd\r\n 10%\r 99%\r\n')).toBe(' 99%\n');
    expect(outputOf('no end of line yet')).toBe('');
  });
});
