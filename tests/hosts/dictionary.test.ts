import { cpSync, globSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, zstdDecompressSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDictionary } from '#features/dictionary/index.ts';
import { findShell, launchArguments } from '#shared/browser.ts';
import { compressFolder } from '../../deploy/lib/compress.ts';
import { startHost } from '../../deploy/lib/run.ts';
import { askHost } from '../support/ask.ts';
import { describeHosts } from '../support/each-host.ts';

const dictionary = readDictionary('dist')!;
const file = `/_astro/${dictionary.name}`;
const link = `<${file}>; rel="compression-dictionary"`;
const encodings = 'gzip, deflate, br, zstd, dcb, dcz';
const known = { 'accept-encoding': encodings, 'available-dictionary': dictionary.hash };
const further = {
  'accept-encoding': 'gzip, deflate, br, zstd',
  'sec-fetch-site': 'same-origin',
  'sec-ch-ua': '"Not:A-Brand";v="8", "Chromium";v="156"',
};
const other = `:${Buffer.alloc(32, 7).toString('base64')}:`;
const pages = ['/', '/traits/isolation/', '/concepts/containers/index.html'];
const built = (page: string) => readFileSync(path.join('dist', page, page.endsWith('/') ? 'index.html' : ''));
/** A body with the content encoding dcz: 8 bytes that say so, the hash of the dictionary, and a frame of Zstandard. */
const expand = (body: Buffer) => {
  expect(`:${body.subarray(8, 40).toString('base64')}:`).toBe(dictionary.hash);
  return zstdDecompressSync(body.subarray(40), { dictionary: dictionary.body });
};

/** What a browser made of the page that it shows, and the bytes of it that it received. */
const shown = (page: Page) =>
  page.evaluate(() => ({
    bytes: (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).encodedBodySize,
    dom: document.documentElement.outerHTML,
  }));

/** Reads pages in a browser that has never seen the site, each reached from the one before it. */
async function readOn(origin: string, addresses: readonly string[]) {
  const executablePath = findShell();
  const browser = await chromium.launch({ args: launchArguments, ...(executablePath ? { executablePath } : {}) });
  try {
    const page = await browser.newPage();
    const faults: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const read = [];
    await page.goto(origin + addresses[0]!, { waitUntil: 'networkidle' });
    for (const address of addresses.slice(1)) {
      read.push({ ...(await shown(page)), asked: asked.splice(0) });
      await Promise.all([
        page.waitForURL(origin + address),
        page.evaluate((to) => location.assign(to), origin + address),
      ]);
      await page.waitForLoadState('networkidle');
      // What a browser fetches when it has nothing else to do, it has by then.
      await page.waitForTimeout(1000);
    }
    read.push({ ...(await shown(page)), asked });
    expect(faults).toEqual([]);
    return read;
  } finally {
    await browser.close();
  }
}

/** Pages with their dictionary, compressed once for both servers. */
const compressed = path.join(mkdtempSync(path.join(tmpdir(), 'dictionary-')), 'site');
beforeAll(() => {
  // A part of the build, since brotli takes its time: these pages, and what they load.
  const part =
    /^dist(?:$|\/(?:[^/]*$|_astro|_search|embed|search|traits$|traits\/(?:index|isolation)|concepts$|concepts\/containers))/;
  const isPart = (source: string) =>
    part.test(source) && (lstatSync(source).isDirectory() || lstatSync(source).size < 150_000);
  cpSync('dist', compressed, { recursive: true, filter: isPart });
  compressFolder(compressed, dictionary);
}, 300_000);
/** A build of one page for a sub-path. */
const small = path.join(path.dirname(compressed), 'small');
beforeAll(() => {
  mkdirSync(path.join(small, '_astro'), { recursive: true });
  const words = Array.from({ length: 300 }, (_, index) => `<p>${(index * 7919) % 1009}</p>`).join('');
  for (const page of ['index.html', '404.html']) writeFileSync(path.join(small, page), words);
  writeFileSync(path.join(small, '_headers'), '/*\n  X-A: b\n/sub/_astro/*\n  Cache-Control: x\n');
  writeFileSync(path.join(small, '_astro/dictionary.0a1b2c3d.txt'), words);
});
afterAll(() => rmSync(path.dirname(compressed), { recursive: true, force: true }));

describeHosts('with a compression dictionary', compressed, ({ name, host, ask }) => {
  test('a browser that has the dictionary gets pages compressed with it', async () => {
    for (const page of pages) {
      const { status, headers, body } = await ask(page, known);
      expect([status, headers['content-encoding']], page).toEqual([200, 'dcz']);
      expect(expand(body).equals(built(page)), page).toBe(true);
      expect(headers['content-type'], page).toMatch(/^text\/html; ?charset=utf-8$/);
      expect(headers['cache-control'], page).toBe('no-cache');
      expect(headers['content-security-policy'], page).toMatch(/^default-src 'none'/);
      // It has what the page would name.
      expect(headers.link, page).toBeUndefined();
    }
  });

  test('every other browser gets them as before', async () => {
    const strangers = {
      'another dictionary': { ...known, 'available-dictionary': other },
      'half of the hash': { ...known, 'available-dictionary': dictionary.hash.slice(0, 20) },
      'a dictionary and no dcz': { ...known, 'accept-encoding': 'gzip, deflate, br, zstd, dcb' },
      'dcz refused': { ...known, 'accept-encoding': 'br, dcz;q=0' },
      'dcz and no dictionary': { 'accept-encoding': encodings },
    };
    for (const [stranger, asked] of Object.entries(strangers)) {
      const { status, headers, body } = await ask('/traits/isolation/', asked);
      expect([status, headers['content-encoding']], stranger).toEqual([200, 'br']);
      expect(brotliDecompressSync(body).equals(built('/traits/isolation/')), stranger).toBe(true);
    }
    expect((await ask('/', { 'available-dictionary': dictionary.hash })).headers['content-encoding']).toBeUndefined();
  });

  test('caches are told that pages differ by the dictionary, and other files are not', async () => {
    for (const headers of [known, further]) {
      const { vary } = (await ask('/', headers)).headers;
      expect(vary).toMatch(/accept-encoding/i);
      expect(vary).toMatch(/available-dictionary/i);
    }
    expect((await ask('/favicon.svg', known)).headers.vary ?? '').not.toMatch(/available-dictionary/i);
  });

  test('a page names the dictionary to a Chromium that came from another page, and to nobody else', async () => {
    for (const page of pages) expect((await ask(page, further)).headers.link, page).toBe(link);
    const others = [
      {},
      { ...further, 'sec-fetch-site': 'none' },
      { ...further, 'sec-fetch-site': 'cross-site' },
      // Firefox and Safari say nothing of the kind.
      { 'sec-fetch-site': 'same-origin' },
    ];
    for (const headers of others) expect((await ask('/', headers)).headers.link).toBeUndefined();
    const [frame] = globSync('embed/*/index.html', { cwd: 'dist' });
    expect((await ask(`/${frame!.replace('index.html', '')}`, further)).headers.link).toBeUndefined();
    expect((await ask('/favicon.svg', further)).headers.link).toBeUndefined();
  });

  test('the dictionary says what it is for, is kept for a year and comes compressed', async () => {
    const { status, headers, body } = await ask(file, further);
    expect([status, headers['content-encoding']]).toEqual([200, 'br']);
    expect(brotliDecompressSync(body).equals(dictionary.body)).toBe(true);
    expect(headers['use-as-dictionary']).toBe('match="/*", match-dest=("document")');
    expect(headers['cache-control']).toMatch(/max-age=31536000, immutable/);
    expect((await ask('/')).headers['use-as-dictionary']).toBeUndefined();
  });

  test('what a browser has already costs an empty answer, in each form for itself', async () => {
    const [small, brotli] = [await ask('/', known), await ask('/', further)];
    expect(small.headers.etag).not.toBe(brotli.headers.etag);
    const again = await ask('/', { ...known, 'if-none-match': small.headers.etag! });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await ask('/', { ...known, 'if-none-match': brotli.headers.etag! })).status).toBe(200);
    const head = await ask('/', known, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-encoding']]).toEqual([200, 0, 'dcz']);
    expect((await ask('/', known, 'POST')).status).toBe(405);
  });

  test('files that are compressed with it have no address of their own', async () => {
    for (const headers of [known, further, {}])
      expect((await ask(`/index.html${dictionary.extension}`, headers)).status).toBe(404);
  });

  test('what is not there gets the page for it', async () => {
    const { status, headers, body } = await ask('/no/such/page/', known);
    const expanded = { dcz: expand, br: brotliDecompressSync }[headers['content-encoding'] as 'dcz' | 'br'];
    expect(status).toBe(404);
    expect(Buffer.from(expanded(body)).equals(readFileSync('dist/404.html'))).toBe(true);
  });

  test('a browser fetches it once, after the second page, and then gets pages in about half their bytes', async () => {
    const origin = `http://127.0.0.1:${host().port}`;
    const [first, second, third, fourth] = await readOn(origin, [
      '/',
      '/traits/',
      '/traits/isolation/',
      '/search/?q=vm',
    ]);
    const brotli = (page: string) => readFileSync(path.join(compressed, page, 'index.html.br')).length;
    expect(first!.bytes).toBe(brotli('/'));
    expect(first!.asked).not.toContain(file);
    expect(second!.bytes).toBe(brotli('/traits/'));
    expect(second!.asked).toContain(file);
    for (const [page, { bytes, asked }] of [
      ['/traits/isolation/', third!],
      ['/search/', fourth!],
    ] as const) {
      expect(bytes, page).toBeLessThan(brotli(page) * 0.6);
      expect(asked, page).not.toContain(file);
    }
    const [direct] = await readOn(origin, ['/traits/isolation/']);
    expect(direct!.bytes).toBe(brotli('/traits/isolation/'));
    expect(third!.dom).toBe(direct!.dom);
  });

  test('rules and files of two builds, as they meet while a host gets a new one, give pages without a dictionary', async () => {
    rmSync(path.join(host().root, `index.html${dictionary.extension}`));
    // A server remembers for some seconds which files there are.
    await host().kill();
    await host().start();
    const { status, headers, body } = await ask('/', known);
    expect([status, headers['content-encoding']]).toEqual([200, 'br']);
    expect(brotliDecompressSync(body).equals(built('/'))).toBe(true);
  });

  test('below a sub-path, pages and dictionary belong to it', async () => {
    const below = await startHost(name, small);
    try {
      const own = readDictionary(small)!;
      const asked = { ...known, 'available-dictionary': own.hash };
      expect((await askHost(below.port, '/sub/', asked)).headers['content-encoding']).toBe('dcz');
      const { link } = (await askHost(below.port, '/sub/', further)).headers;
      expect(link).toBe(`</sub/_astro/${own.name}>; rel="compression-dictionary"`);
      const { headers } = await askHost(below.port, `/sub/_astro/${own.name}`);
      expect(headers['use-as-dictionary']).toBe('match="/sub/*", match-dest=("document")');
    } finally {
      await below.close();
    }
  });

  test('a build without a dictionary is served as ever', async () => {
    const plain = await startHost(name, compressed, { compress: false, dictionary: false });
    try {
      const { status, headers } = await askHost(plain.port, '/traits/isolation/', { ...known, ...further });
      expect([status, headers['content-encoding'], headers.link]).toEqual([200, 'br', undefined]);
      expect(headers.vary).toMatch(/^accept-encoding$/i);
    } finally {
      await plain.close();
    }
  });
});
