import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBuiltPages } from '#features/permalinks/verify/parse-built-page.ts';
import { caddy, nginx, parseNetlify } from '#features/permalinks/redirects/hosts.ts';
import { readOgTags } from '#features/permalinks/redirects/og-tags.ts';
import { checkRegistryForm, formatRegistry } from '#features/permalinks/verify/registry.ts';
import { resolve } from '#features/permalinks/verify/resolve.ts';
import { siteAddress } from '#features/permalinks/address.ts';
import { commitAll, git } from '../../support/git.ts';
import { smallSite, type SmallSite } from '../../support/small-site.ts';

let site: SmallSite;
beforeEach(() => (site = smallSite()));
afterEach(() => site.remove());

const a = 'content/docs/a.mdx';
const redirects = 'content/data/redirects.yml';
const words = 'content/data/short-links.yml';
const registry = 'content/data/published.txt';
const html = (address: string) => readFileSync(path.join(site.dist, address, 'index.html'), 'utf8');

test('a site without faults passes, below a sub-path too', () => {
  expect(site.verify()).toBe('0 problems');
  expect(site.verify('/deep/er/')).toBe('0 problems');
});

describe('the verification fails, and says what to do, when', () => {
  test.each<[string, () => void, string, string]>([
    [
      'an address is removed from the registry',
      () => site.edit(registry, '/a/#sails\n', ''),
      '/a/#sails was removed',
      'Put the line back',
    ],
    [
      'a heading loses its id',
      () => site.edit(a, '{#sails}', '{#canvas}'),
      '/a/ has no id "sails"',
      'Add "from: /a/#sails" to content/data/redirects.yml',
    ],
    [
      'a new heading is not registered',
      () => site.edit(a, '## Sails', '## Oars {#oars}\n\n## Sails'),
      '/a/#oars is not in the registry',
      'Run npm run links:accept',
    ],
    [
      'a redirect starts a chain',
      () => site.edit(redirects, '{ from: /old/, to: /b/,', '{ from: /old/, to: /two/,'),
      '/old/ is lost (_redirects): it leads to /two/, which has itself moved',
      'Let /old/ lead straight',
    ],
    [
      'a redirect is a loop',
      () => site.edit(redirects, '{ from: /old/, to: /b/,', '{ from: /old/, to: /old/,'),
      '/old/ is lost (pages of the build): it leads to itself: a loop',
      'a page that exists',
    ],
    [
      'a redirect leads nowhere',
      () => site.edit(redirects, '{ from: /old/, to: /b/,', '{ from: /old/, to: /nowhere/,'),
      'it leads to /nowhere/, which is not a page',
      'Change "to" of /old/',
    ],
    [
      'a redirect is dropped',
      () => site.edit(redirects, /- { from: \/old.*\n/, ''),
      'there is no page /old/',
      'Add "from: /old/"',
    ],
    [
      'a redirect is given another target',
      () => site.edit(redirects, '{ from: /old/, to: /b/,', '{ from: /old/, to: /a/,'),
      '/old/ led to /b/ and now leads to /a/',
      'Lead it to /b/ again',
    ],
    [
      'a short link is dropped',
      () => site.edit(words, /- { word: ships.*\n/, ''),
      'there is no page /go/ships/',
      'Add "from: /go/ships/"',
    ],
    [
      'a short link is given another target',
      () => site.edit(words, 'to: /a/', 'to: /b/'),
      '/go/ships/ led to /a/ and now leads to /b/',
      'A new subject gets a new address',
    ],
    [
      'a short link is not registered',
      () => site.edit(words, '- { word: port', "- { word: new, to: /a/, since: '2026-01-01' }\n- { word: port"),
      '/go/new/ is not in the registry',
      'Run npm run links:accept',
    ],
    [
      'the registry is edited by hand',
      () => site.edit(registry, '/a/\n', '/b/\n/a/\n'),
      '/a/ is out of order',
      'never edited by hand',
    ],
  ])('%s', (_, breakIt, problem, fix) => {
    breakIt();
    const reported = site.verify();
    expect(reported).toContain(problem);
    expect(reported).toContain(fix);
  });

  test('an address is missing that only a release tag has', () => {
    git(site.root, 'tag', 'v1');
    site.edit(registry, '/a/#sails\n', '');
    site.edit(a, '{#sails}', '{#canvas}');
    site.edit(registry, '/a/#ropes\n', '/a/#canvas\n/a/#ropes\n');
    commitAll(site.root, 'x');
    git(site.root, 'commit', '-qm', 'y', '--allow-empty');
    expect(site.verify()).toContain('/a/#sails was removed; it is in the registry of v1');
  });
});

test("what leads to a section that moves takes the section's own way", () => {
  site.edit(words, 'to: /b/#quays', 'to: /a/#sails');
  site.edit(
    redirects,
    '- { from: /old/',
    "- { from: '/b/#quays', to: '/a/#sails', why: moved, since: '2026-02-01' }\n- { from: /old/",
  );
  expect(site.verify()).not.toContain('/go/port/ led to');
});

describe('the check without a build fails, and says what to do, on', () => {
  test('nothing that is right', () => {
    const more = ['/', '/topics/', '/b/'].map((to, index) => `- { word: w${index}, to: ${to}, since: '2026-01-01' }`);
    site.edit(words, /$/, `${more.join('\n')}\n`);
    expect(site.check()).toBe('0 problems');
  });
  const from = '{ from: /old/, to: /b/,';
  test.each<[string, () => void, string, string]>([
    [
      'a chain',
      () => site.edit(redirects, from, '{ from: /old/, to: /two/,'),
      'redirects.yml:1  /old/ leads to /two/, which is redirected too: a chain',
      'Write "to: /a/".',
    ],
    [
      'a loop',
      () => site.edit(redirects, /to: \/b\//, 'to: /old/'),
      '/old/ leads back to itself: a loop',
      'Lead it to a page that exists',
    ],
    [
      'a loop over two',
      () => {
        site.edit(redirects, from, '{ from: /old/, to: /two/,');
        site.edit(redirects, '{ from: /two/, to: /a/,', '{ from: /two/, to: /old/,');
      },
      '/two/ leads back to itself',
      'a page that exists',
    ],
    [
      'one that is there twice',
      () => site.edit(redirects, '{ from: /gone/', '{ from: /old/'),
      '/old/ is redirected twice, first on line 1',
      'Keep one',
    ],
    [
      'a dead target',
      () => site.edit(redirects, from, '{ from: /old/, to: /bb/,'),
      '/old/ leads to /bb/: there is no such page',
      'nearest known',
    ],
    [
      'a dead id',
      () => site.edit(redirects, "'/a/#ropes', to: '/b/#quays'", "'/a/#ropes', to: '/b/#quay'"),
      'the page has no such id',
      'quays',
    ],
    [
      'a missing slash',
      () => site.edit(redirects, from, '{ from: /old, to: /b/,'),
      'redirects.yml:1  from: must be /section/page/',
      'end with a slash',
    ],
    [
      'an address that still exists',
      () => site.edit(redirects, from, '{ from: /b/, to: /a/,'),
      '/b/ is redirected but still exists',
      'Delete the redirect',
    ],
    [
      'an id that still exists',
      () => site.edit(redirects, "'/a/#ropes'", "'/a/#sails'"),
      '/a/#sails is redirected but still exists',
      'Delete the redirect',
    ],
    [
      'a page that leads to a section',
      () => site.edit(redirects, from, "{ from: /old/, to: '/b/#quays',"),
      '/old/ is a page and leads to the section',
      'Lead to the page /b/',
    ],
    [
      'a section without its page',
      () => site.edit(redirects, /- { from: \/two\/,.*\n/, ''),
      '/two/#walls is redirected, but its page is gone',
      'Add "from: /two/"',
    ],
    [
      'a retired page that leads on',
      () => site.edit(redirects, '{ from: /gone/, to: null', '{ from: /gone/, to: /a/'),
      'to: is null when the address is retired, and only then',
      'src/model/schemas/redirect.ts',
    ],
    [
      'a retired page without a note',
      () => site.edit(redirects, /(\{ from: \/gone\/.*), note: .* \}/, '$1 }'),
      'note: is missing: say what happened',
      'src/model/schemas/redirect.ts',
    ],
    [
      'a page without a short link',
      () => site.edit(words, 'to: /a/', 'to: /b/'),
      '/a/ has no short link',
      'a word that is easy to say',
    ],
    [
      'a word that is taken',
      () => site.edit(words, 'word: port', 'word: ships'),
      'the word "ships" is taken, on line 1',
      'Choose another',
    ],
    [
      'a word that leads nowhere',
      () => site.edit(words, 'to: /a/', 'to: /c/'),
      '"ships" leads to /c/: there is no such page',
      'nearest known',
    ],
    [
      'a word that leads to no id',
      () => site.edit(words, '/b/#quays', '/b/#quay'),
      '"port" leads to /b/#quay: the page has no such id',
      'quays',
    ],
    [
      'a word that is redirected as well',
      () => site.edit(redirects, '{ from: /gone/', '{ from: /go/port/'),
      'the word "port" is redirected too',
      'never given away',
    ],
  ])('%s', (_, breakIt, problem, fix) => {
    breakIt();
    const reported = site.check();
    expect(reported).toContain(problem);
    expect(reported).toContain(fix);
  });
});

describe('what stands at old addresses', () => {
  beforeEach(() => {
    site.verify('/deep/');
  });

  test('one script on all of them, and the preview tags of the target', () => {
    const scripts = ['/old/', '/two/', '/gone/', '/go/ships/'].map((at) => /<script>.*?<\/script>/.exec(html(at))?.[0]);
    expect(new Set(scripts).size).toBe(1);
    expect(html('/old/')).toContain('<title>Harbours | Site</title>');
    expect(html('/old/')).toContain('content="A small page about harbours');
    expect(html('/old/')).toContain('<meta name="robots" content="noindex"/>');
    expect(html('/old/')).toContain('<noscript><meta http-equiv="refresh" content="0;url=/deep/b/"/></noscript>');
    expect(html('/old/')).toContain('<a data-to href="/deep/b/">Harbours</a>');
  });

  test('the ids of the target stand on its redirect pages too, for those who check links', () => {
    for (const at of ['/old/', '/go/ships/']) {
      const target = at === '/old/' ? '/b/' : '/a/';
      const ids = (page: string) => [...page.matchAll(/ id="([a-z-]+)"/g)].map(([, id]) => id!);
      const wanted = ids(html(target).split('<main')[1]!).filter((id) => !/^(?:ropes|tolls)$/.test(id));
      expect(wanted.length).toBeGreaterThan(0);
      expect(ids(html(at))).toEqual(expect.arrayContaining(wanted));
    }
    // One id once: a section that went elsewhere has its line.
    expect(html('/two/').match(/ id="walls"/g)).toHaveLength(1);
  });

  test('a page that was split has a line for each section and no refresh past it', () => {
    expect(html('/two/')).not.toContain('http-equiv="refresh"');
    expect(html('/two/')).toContain('<li id="walls" data-moved><a data-on href="/deep/b/#quays">');
    expect(html('/two/')).toContain('Split into <a href="/deep/a/">ships</a>');
  });

  test('a page that lost a section has a line for it, and a retired one says where to go', () => {
    expect(html('/a/')).toContain('<li id="ropes" data-moved>');
    expect(html('/b/')).toContain('<li id="tolls" data-moved>Tolls are no more');
    expect(html('/gone/')).toContain('read <a href="/deep/a/">ships</a> instead');
    const pages = readBuiltPages(site.dist, '/deep/');
    expect(resolve('/b/#tolls', pages)).toMatchObject({ retired: true });
    expect(resolve('/gone/#why', pages)).toMatchObject({ retired: true });
    expect(resolve('/two/#walls', pages)).toEqual({ at: '/b/#quays', hops: 1 });
    expect(resolve('/old/#quays', pages)).toEqual({ at: '/b/#quays', hops: 1 });
  });

  test('hosts get what they can do by themselves, below the sub-path', () => {
    const file = readFileSync(path.join(site.dist, '_redirects'), 'utf8');
    expect(file).toContain('/deep/old/ /deep/b/ 301\n/deep/old /deep/b/ 301');
    expect(file).not.toContain('two');
    const rules = parseNetlify(file, '/deep/');
    expect(rules.map(({ from }) => from)).toEqual(['/go/port/', '/go/ships/', '/old/']);
    expect(nginx(rules, '/deep/')).toContain(
      'location = /deep/go/port/ { absolute_redirect off; return 301 "/deep/b/$is_args$args#quays"; }',
    );
    expect(caddy(rules, '/deep/')).toContain('\t/deep/go/port/ "/deep/b/" "#quays"');
  });
});

test('the registry is sorted, holds each address once and nothing else', () => {
  expect(formatRegistry(['/b/', '/a/#x', '/b/', '/a/'])).toBe('/a/\n/a/#x\n/b/\n');
  expect(checkRegistryForm(['/a/', '/a/', 'nonsense']).map(({ problem }) => problem)).toEqual([
    '/a/ is there twice',
    '"nonsense" is not a valid address',
  ]);
});

test('links of pages are read as addresses of the site', () => {
  expect(siteAddress('https://example.org/deep/a/?x=1#y', '/deep/')).toBe('/a/#y');
  expect(readOgTags('<head></head>', '/a/')).toEqual({ title: '/a/', tags: '' });
});
