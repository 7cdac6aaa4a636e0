import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { headersFile } from '#features/security/headers-file.ts';
import { caddyRules, nginxRules } from '../../../deploy/lib/headers.ts';
import { readHeaders } from '#features/security/index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'headers-'));
const write = (text: string) => writeFileSync(path.join(folder, '_headers'), text);

test('a folder without a build is told', () => {
  expect(() => readHeaders(path.join(folder, 'none'))).toThrow(/none\/_headers is missing. Run "npm run build" first/);
});

test('rules that are for no page are told', () => {
  write('# nothing\n');
  expect(() => readHeaders(folder)).toThrow(/there is no rule "\/\*"/);
});

test('nginx and Caddy get the headers and the page for what is not there', () => {
  write("/*\n  X-A: b: 'c'\n/sub/_astro/*\n  Cache-Control: x\n");
  const rules = readHeaders(folder);
  expect(rules).toEqual({ base: '/sub/', headers: [['X-A', "b: 'c'"]] });
  expect(nginxRules(rules)).toContain(`add_header X-A "b: 'c'" always;\nerror_page 404 /sub/404.html;`);
  expect(caddyRules(rules)).toMatch(/X-A "b: 'c'"[^]*rewrite \* \/sub\/404\.html/);
});

test('the rules name the dictionary of the build, and say nothing of one where there is none', () => {
  const rules = { base: '/sub/', headers: [] };
  const dictionary = { name: 'dictionary.0a.txt', body: Buffer.of(), hash: ':aA+/=:', extension: '.0a.dcz' };
  const link = '</sub/_astro/dictionary.0a.txt>; rel="compression-dictionary"';
  expect(nginxRules(rules, dictionary).split('\n')).toEqual(
    expect.arrayContaining([
      'set $dictionary ":aA+/=:";',
      'set $dictionary_extension ".0a.dcz";',
      `set $dictionary_link '${link}';`,
      `set $dictionary_use 'match="/sub/*", match-dest=("document")';`,
    ]),
  );
  const caddy = caddyRules(rules, dictionary);
  for (const line of [
    `header @further Link \`${link}\``,
    '\theader Available-Dictionary ":aA+/=:"',
    '\t\ttry_files {path}index.html.0a.dcz {path}.0a.dcz',
    '\tnot path /sub/embed/*',
  ])
    expect(caddy.split('\n')).toContain(line);
  for (const write of [nginxRules, caddyRules]) expect(write(rules)).not.toMatch(/dictionary/i);
});

test('what carries its version in its name is kept for a year, and the rules for all pages can be read back', () => {
  const file = headersFile({ 'default-src': ["'none'"] }, '/sub/', ['_astro', '_search/0123']);
  for (const folder of ['/sub/_astro/*', '/sub/_search/0123/*'])
    expect(file).toContain(`${folder}\n  Cache-Control: public, max-age=31536000, immutable\n`);
  write(file);
  expect(readHeaders(folder).headers).toContainEqual(['Content-Security-Policy', "default-src 'none'"]);
  expect(readHeaders(folder).base).toBe('/sub/');
});
