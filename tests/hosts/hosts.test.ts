import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHeaders } from '#features/security/index.ts';
import { compressFolder } from '../../deploy/lib/compress.ts';
import { describeHosts } from '../support/each-host.ts';

const home = readFileSync('dist/index.html');
const hashed = `/${globSync('_astro/site.*.js', { cwd: 'dist' })[0]!}`;
const policyOf = (html: string) => /http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
const escapes = [
  '/../../../../etc/passwd',
  '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '/..%2f..%2f..%2fetc/passwd',
  '/_astro/..%5c..%5c..%5cetc%5cpasswd',
  '/traits/../../../nginx.conf',
  '//etc/passwd',
  '/_headers',
  '/.git/config',
];
const types: Record<string, RegExp> = {
  '/': /^text\/html; ?charset=utf-8$/,
  [hashed]: /^text\/javascript; ?charset=utf-8$/,
  '/favicon.svg': /^image\/svg\+xml/,
  '/robots.txt': /^text\/plain; ?charset=utf-8$/,
  '/sitemap-0.xml': /^(?:text|application)\/xml/,
  '/opensearch.xml': /^application\/opensearchdescription\+xml/,
  '/_search/current.json': /^application\/json/,
};

/** The build with its compressed files, which both servers send: compressing takes longer than all else here, so it is done once. */
const compressed = path.join(mkdtempSync(path.join(tmpdir(), 'compressed-')), 'site');
beforeAll(() => {
  cpSync('dist', compressed, { recursive: true });
  compressFolder(compressed);
}, 300_000);
afterAll(() => rmSync(path.dirname(compressed), { recursive: true, force: true }));

describeHosts('with our configuration', compressed, ({ ask }) => {
  test('every page arrives as it was built', async () => {
    for (const file of globSync('**/index.html', { cwd: 'dist' })) {
      const { status, body } = await ask(`/${file.replace(/index\.html$/, '')}`);
      const built = readFileSync(`dist/${file}`);
      // With redirects.*.conf in place the server answers for the small page that forwards.
      if (status === 301 && built.includes('data-redirect=')) continue;
      expect(status, file).toBe(200);
      expect(body.equals(built), file).toBe(true);
    }
  });

  test('pages come compressed beforehand, in the form that the browser takes', async () => {
    const brotli = await ask('/', { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).equals(home)).toBe(true);
    const gzip = await ask('/', { 'accept-encoding': 'gzip' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body).equals(home)).toBe(true);
    expect((await ask('/')).headers['content-encoding']).toBeUndefined();
    expect(brotli.headers.vary).toMatch(/accept-encoding/i);
    expect(brotli.headers['content-type']).toMatch(types['/']!);
  });

  test('each file has its media type', async () => {
    for (const [path, type] of Object.entries(types))
      expect((await ask(path)).headers['content-type'], path).toMatch(type);
    for (const file of globSync('**/*.{inv,atom,webmanifest,txt}', { cwd: 'dist' })) {
      const type = { inv: /octet-stream/, atom: /atom\+xml/, webmanifest: /manifest\+json/, txt: /plain/ };
      const { headers } = await ask(`/${file}`);
      expect(headers['content-type'], file).toMatch(type[file.split('.').pop() as keyof typeof type]);
    }
  });

  test('files with a hash in their name are kept for a year, all else is asked for again', async () => {
    const kept = /max-age=31536000, immutable/;
    const { folder } = JSON.parse(readFileSync('dist/_search/current.json', 'utf8')) as { folder: string };
    expect((await ask(hashed)).headers['cache-control']).toMatch(kept);
    expect((await ask(`/_search/${folder}/head.bin`)).headers['cache-control']).toMatch(kept);
    for (const path of ['/', '/_search/current.json', '/_astro/gone.js'])
      expect((await ask(path)).headers['cache-control'], path).toBe('no-cache');
    const { headers } = await ask('/');
    const again = await ask('/', { 'if-none-match': headers.etag! });
    expect(again.status).toBe(304);
  });

  test('security headers are on every answer, and the policy is that of the page', async () => {
    const rules = readHeaders('dist').headers;
    expect(rules.map(([header]) => header)).toContain('Content-Security-Policy');
    for (const path of ['/', '/traits/isolation/', hashed, '/no/such/page/']) {
      const { headers } = await ask(path);
      for (const [header, value] of rules) expect(headers[header.toLowerCase()], path).toBe(value);
    }
    const { headers } = await ask('/');
    const sent = headers['content-security-policy'] as string;
    const words = new Set(sent.split(/[ ;]+/));
    expect(
      policyOf(home.toString())
        .split(/[ ;]+/)
        .filter((word) => !words.has(word)),
    ).toEqual([]);
    expect(String(headers.server ?? '')).not.toMatch(/\d/);
  });

  test('what is not there gets the page for it', async () => {
    const { status, body, headers } = await ask('/no/such/page/');
    expect(status).toBe(404);
    expect(body.equals(readFileSync('dist/404.html'))).toBe(true);
    expect(headers['content-type']).toMatch(types['/']!);
  });

  test('an address without its slash leads to the one with it, on the same host', async () => {
    const { status, headers } = await ask('/traits/isolation');
    expect([301, 308]).toContain(status);
    expect(headers.location).toMatch(/^(?:http:\/\/127\.0\.0\.1:\d+)?\/traits\/isolation\/$/);
  });

  test('nothing outside the build, and none of its hidden files, is ever sent', async () => {
    for (const path of escapes) {
      const { status, body } = await ask(path);
      expect([301, 308, 400, 403, 404], path).toContain(status);
      expect(body.toString(), path).not.toMatch(/root:x:|worker_processes|Content-Security-Policy:/);
    }
  });

  test('reading is all that it allows', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await ask('/', {}, method)).status, method).toBe(405);
    const { status, body } = await ask('/', {}, 'HEAD');
    expect([status, body.length]).toEqual([200, 0]);
  });
});
