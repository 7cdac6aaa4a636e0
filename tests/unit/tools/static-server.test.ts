import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readDictionary } from '#features/dictionary/index.ts';
import { serveFolder, type ServeOptions } from '../../../tools/static-server.ts';
import { askHost } from '../../support/ask.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'served-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const words = Array.from({ length: 300 }, (_, index) => `<p>${(index * 7919) % 1009}</p>`).join('');
mkdirSync(path.join(folder, '_astro'));
writeFileSync(path.join(folder, 'index.html'), words);
writeFileSync(path.join(folder, '_astro/dictionary.0a1b2c3d.txt'), words);

const { hash, name } = readDictionary(folder)!;
const chromium = { 'sec-ch-ua': '"Chromium";v="156"' };
const asked = {
  first: { ...chromium, 'sec-fetch-site': 'none' },
  further: { ...chromium, 'sec-fetch-site': 'same-origin' },
  firefox: { 'sec-fetch-site': 'same-origin' },
  known: { ...chromium, 'sec-fetch-site': 'same-origin', 'available-dictionary': hash },
};

/** Encoding of the home page for each of these readers, and whether it names the dictionary to them. */
async function answers(encoding: NonNullable<ServeOptions['encoding']>) {
  const { server, url } = await serveFolder(folder, { port: 0, encoding });
  const port = Number(new URL(url).port);
  try {
    const told: Record<string, [string | undefined, boolean]> = {};
    for (const [reader, headers] of Object.entries(asked)) {
      const answer = await askHost(port, '/', headers);
      told[reader] = [answer.headers['content-encoding'], answer.headers.link !== undefined];
    }
    return { told, use: (await askHost(port, `/_astro/${name}`)).headers['use-as-dictionary'] };
  } finally {
    server.close();
  }
}

test('the benches are served as hosts do it: the dictionary is for a Chromium that reads on', async () => {
  expect(await answers('dictionary')).toEqual({
    told: { first: ['br', false], further: ['br', true], firefox: ['br', false], known: ['dcz', false] },
    use: 'match="/*", match-dest=("document")',
  });
});

test('without it nobody hears of one', async () => {
  for (const [encoding, form] of [
    ['gzip', 'gzip'],
    ['brotli', 'br'],
  ] as const) {
    const same: [string, boolean] = [form, false];
    expect(await answers(encoding)).toEqual({
      told: { first: same, further: same, firefox: same, known: same },
      use: undefined,
    });
  }
});
