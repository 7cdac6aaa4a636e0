import { expect, test } from 'vitest';
import { boundWords } from '#features/optimise/bound-words.ts';

const inMain = (html: string) => boundWords(`<main>${html}</main>`).replace(/^<main>|<\/main>$/g, '');

test('a number stays with its unit, and a name with its number', () => {
  expect(inMain('256 MiB and 1.6 % in WSL 2, process 1, port 8080')).toBe(
    '256\u00a0MiB and 1.6\u00a0% in WSL\u00a02, process\u00a01, port\u00a08080',
  );
  expect(inMain('in 2024, version 2.1, 3 members, 10 Motors')).toBe('in 2024, version 2.1, 3 members, 10 Motors');
});

test('a short word with a hyphen is kept whole, with the number of a flaw, and a long one is not', () => {
  expect(inMain('Hyper-V on 64-bit')).toBe('<bdi>Hyper-V</bdi> on <bdi>64-bit</bdi>');
  expect(inMain('CVE-2024-21626 at start-up')).toBe('<bdi>CVE-2024-21626</bdi> at <bdi>start-up</bdi>');
  for (const other of ['hot-pluggable', 'copy-on-write', 'well-known', 'a/b-c', 'x - y'])
    expect(inMain(other)).toBe(other);
});

test('code, attributes and what stands outside the main part stay as they are', () => {
  const html = '<nav>WSL 2</nav><main><p title="Hyper-V > 2"><code>wsl --set-version 2 Hyper-V</code></p></main>';
  expect(boundWords(html)).toBe(html);
});
