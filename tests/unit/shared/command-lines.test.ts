import { expect, test } from 'vitest';
import { commandLines, keepWords, linePieces } from '#shared/command-lines.ts';

test('options and paths are kept whole, and plain words are not wrapped', () => {
  expect(keepWords('docker run --rm alpine uname -r')).toBe(
    'docker run <span>--rm</span> alpine uname <span>-r</span>',
  );
  expect(keepWords('ls /dev/kvm > a')).toBe('ls <span>/dev/kvm</span> &gt; a');
});

test('a word too long for a narrow line may be broken', () => {
  expect(keepWords(`cat /${'a'.repeat(40)}`)).not.toContain('<span>');
});

test('the pieces of a line are the line, spaces and all', () => {
  const line = "  docker  inspect --format '{{.Id}}'  demo ";
  expect(
    linePieces(line)
      .map(({ text }) => text)
      .join(''),
  ).toBe(line);
});

test('each command of a block is a box with its line end inside, and what is no command stays as it is', () => {
  expect(commandLines('$ date\noutput <b>\n# ls -l')).toBe(
    '<span class="cmd">$ date\n</span>output &lt;b&gt;\n<span class="cmd"># ls <span>-l</span></span>',
  );
});
