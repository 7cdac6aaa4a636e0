import { expect, test } from 'vitest';
import { commandLines, keepWords, linePieces } from '#shared/command-lines.ts';

test('options and paths are kept whole, and plain words are not wrapped', () => {
  expect(keepWords('docker run --rm alpine uname -r')).toBe(
    'docker run <span>--rm</span> alpine uname <span>-r</span>',
  );
  expect(keepWords('ls /dev/kvm > a')).toBe('ls <span>/dev/kvm</span> &gt; a');
});

test('a long word may end a line after its commas, and is one word all the same', () => {
  expect(keepWords('mount -o lowerdir=/a,upperdir=/b,workdir=/c')).toBe(
    'mount <span>-o</span> <span>lowerdir=/a,<wbr>upperdir=/b,<wbr>workdir=/c</span>',
  );
  expect(keepWords('a, b')).toBe('<span>a,</span> b');
});

test('the pieces of a line are the line, spaces and all', () => {
  const line = "  docker  inspect --format '{{.Id}}'  demo ";
  expect(
    linePieces(line)
      .flatMap(({ parts }) => parts)
      .join(''),
  ).toBe(line);
});

test('each command of a block is a box with its line end inside, and what is no command stays as it is', () => {
  expect(commandLines('$ date\noutput <b>\n# ls -l')).toBe(
    '<span class="cmd">$ date\n</span>output &lt;b&gt;\n<span class="cmd"># ls <span>-l</span></span>',
  );
});
