import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadData } from '#model/data.ts';
import { listPageOf, listedNames } from '#model/collections.ts';
import { isStale } from '#model/numbers.ts';
import { plainText } from '#shared/inline-markdown.ts';
import { touchingWords } from '../support/touching-words.ts';
import { unmarkedClaims } from '../support/unmarked-claims.ts';
import { t } from '#model/i18n.ts';
import { sidebarAddresses } from '#model/sidebar.ts';
import { loadAsked } from '#model/asked.ts';
import { readSite } from '#features/search/indexing/read-site.ts';
import { base } from '#site.ts';
import { shownFigures } from '../support/stale-marks.ts';
import { buildDay } from '#shared/build-date.ts';
import { distProblems } from '../support/link-checker.ts';
import { attribute, readDist, textOf, type BuiltPage, type Element } from '../support/dist.ts';

const pages = readDist();
const { data } = loadData('.');
// Frames and redirects are no reading pages, and say so.
const content = pages.filter(({ address, html }) => address.endsWith('/') && !html.includes('noindex'));
const page = (address: string) => pages.find((one) => one.address === address)!;
const tags = ({ elements }: BuiltPage, name: string) => elements.filter(({ tagName }) => tagName === name);
const ids = ({ elements }: BuiltPage) => elements.flatMap((element) => attribute(element, 'id') ?? []);

test('no link of the site is dead, and no id stands twice on a page', () => {
  const linked = pages.map((one) => ({
    address: one.address,
    ids: ids(one),
    links: one.elements.flatMap((element) =>
      [attribute(element, 'href'), attribute(element, 'src')].filter((link) => link !== undefined),
    ),
  }));
  const files = new Set(globSync('**/*.*', { cwd: 'dist' }).map((file) => `/${file.replaceAll('\\', '/')}`));
  expect(distProblems(linked, files, base)).toEqual([]);
});

test('every page of the sidebar can be found by the search, and no frame', () => {
  const sections = readSite('dist', data, loadAsked('.'));
  const found = new Set(sections.map((section) => section.page));
  // The list of topics is what the search falls back on, and its words are those of the pages.
  expect(sidebarAddresses().filter((address) => !found.has(address))).toEqual(['/topics/']);
  // A frame repeats what a page has.
  expect([...found].filter((address) => /^\/(?:embed|go)\//.test(address))).toEqual([]);
});

test('every script is asked for by a page or by another script', () => {
  const scripts = globSync('_astro/*.js', { cwd: 'dist' }).map((file) => file.replace(/^.*[\\/]/, ''));
  const texts = [
    ...pages.map(({ html }) => html),
    ...scripts.map((name) => readFileSync(`dist/_astro/${name}`, 'utf8')),
  ];
  expect(scripts.filter((name) => !texts.some((text) => text.includes(name)))).toEqual([]);
});

test('every page has its own title and its own description', () => {
  const titles = content.map((one) => textOf(tags(one, 'title')[0]!));
  const descriptions = content.map((one) =>
    attribute(
      tags(one, 'meta').find((meta) => attribute(meta, 'name') === 'description')!,
      'content',
    ),
  );
  expect(new Set(titles).size).toBe(titles.length);
  expect(new Set(descriptions).size).toBe(descriptions.length);
});

test('every page has one level 1 heading and skips no level', () => {
  for (const one of content) {
    const levels = one.elements.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []));
    expect(
      levels.filter((level) => level === 1),
      one.address,
    ).toHaveLength(1);
    const skipped = levels.filter((level, index) => index > 0 && level > levels[index - 1]! + 1);
    expect(skipped, one.address).toEqual([]);
  }
});

describe('diagrams', () => {
  const figures = content.flatMap((one) => tags(one, 'figure').filter((element) => attribute(element, 'data-diagram')));
  const svgIn = (figure: Element): Element[] =>
    figure.childNodes.flatMap((child) =>
      'tagName' in child ? (child.tagName === 'svg' ? [child] : svgIn(child)) : [],
    );

  test('each figure holds one named and described drawing and a caption', () => {
    expect(figures.length).toBeGreaterThan(20);
    for (const figure of figures) {
      const [svg, ...more] = svgIn(figure);
      expect(more).toEqual([]);
      expect(attribute(svg!, 'role')).toBe('img');
      const children = svg!.childNodes.flatMap((child) => ('tagName' in child ? [child.tagName] : []));
      expect(children.slice(0, 2)).toEqual(['title', 'desc']);
      expect(figure.childNodes.some((child) => 'tagName' in child && child.tagName === 'figcaption')).toBe(true);
    }
  });

  test('no Mermaid code and no web font reaches a reader', () => {
    for (const one of pages)
      expect(one.html, one.address).not.toMatch(/class="mermaid"|language-mermaid|@font-face|\.woff2?/);
    expect(globSync('dist/**/*{mermaid,.woff,.woff2,.ttf}*')).toEqual([]);
  });
});

test('the number of a source stands right behind its word', () => {
  expect(content.filter(({ html }) => /<a\b[^>]*\bclass="cite"/.test(html)).length).toBeGreaterThan(20);
  expect(content.filter(({ html }) => /\s<a\b[^>]*\bclass="cite"/.test(html)).map(({ address }) => address)).toEqual(
    [],
  );
});

test('no rule asks of the root or of the whole content what is in it, since every change would then style all of it anew', () => {
  expect(content[0]!.html.match(/(?:^|[},{])(?::root|html|main)(?:[^\s{},>+~()]|\([^()]*\))*:has\(/g)).toBe(null);
});

test('no name that only programs read has marks of Markdown in it', () => {
  // A message is shown with its own signs, and so is its name.
  const marked = (html: string) =>
    [...html.matchAll(/\s(?:aria-label|alt|title)="([^"]*`[^`"']+`[^"]*)"/g)].filter(
      ([, name]) => !html.includes(` translate="no">${name!.replace(t('permalink.to', { name: '' }), '')}</h`),
    );
  expect(pages.flatMap(({ html }) => marked(html))).toEqual([]);
  expect(marked('<a aria-label="More on `chroot`">More</a> <p>`x`</p>')).toHaveLength(1);
});

test("the link sign of an entry is named by the entry's heading", () => {
  const children = ({ childNodes }: Element) => childNodes.filter((child) => 'tagName' in child);
  const entries = content.flatMap((one) =>
    tags(one, 'section').filter((section) => attribute(section, 'class') === 'entry'),
  );
  expect(entries.length).toBeGreaterThan(100);
  for (const [heading, sign] of entries.map(children)) {
    // A name has the quotes as they were typed, a heading as they are set.
    const words = textOf(heading!).trim().replaceAll('\u00a0', ' ').replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
    const label = attribute(sign!, 'aria-label')!.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
    expect(label).toBe(t('permalink.to', { name: words }));
  }
});

test('the map of the site names pages and no frames', () => {
  const map = readFileSync('dist/sitemap-0.xml', 'utf8');
  expect(map).toContain('/traits/isolation/');
  expect(map).not.toContain('/embed/');
});

test('no page asks another host for anything', () => {
  for (const one of pages) {
    for (const element of one.elements) {
      const asked =
        element.tagName === 'link' && attribute(element, 'rel') !== 'stylesheet'
          ? undefined
          : (attribute(element, 'src') ?? (element.tagName === 'link' ? attribute(element, 'href') : undefined));
      expect(asked ?? '', one.address).not.toMatch(/^(?:https?:)?\/\//);
    }
  }
});

test('every statement of the short document has its heading on its home page', () => {
  expect(data.statements).toHaveLength(20);
  for (const { id, page: home, anchor } of data.statements) {
    const found = page(home).elements.find((element) => attribute(element, 'id') === anchor);
    expect(found?.tagName, id).toMatch(/^h[2-4]$/);
    expect(page(home).html, id).toContain(`data-statement="${id}"`);
  }
});

test('every entry of a listed collection has its own address', () => {
  for (const name of listedNames) {
    const address = listPageOf(name)!;
    const known = new Set(ids(page(address)));
    const missing = data[name].filter(({ id }) => !known.has(id)).map(({ id }) => id);
    expect(missing, `${name} on ${address}`).toEqual([]);
  }
});

test('no heading, no link and no entry of links.json shows a false claim without its verdict', () => {
  const claims = data.misconceptions.map(({ claim }) => plainText(claim));
  const unmarked = (text: string) => unmarkedClaims(text, claims, ['False:', 'Half true:']);
  for (const one of content) {
    // A class that votes on a claim is not told its verdict.
    const voted = new Set(
      one.elements
        .filter((element) => attribute(element, 'data-vote') !== undefined)
        .flatMap(({ childNodes }) => childNodes),
    );
    const shown = one.elements
      .filter((element) => /^(?:h[1-6]|a)$/.test(element.tagName) && !voted.has(element))
      .map(textOf);
    expect(unmarked(shown.join('\n')), one.address).toEqual([]);
  }
  const listed = textOf(page(listPageOf('misconceptions')!).elements[0]!);
  expect(listed).toContain(`False: “`);
  const { links } = JSON.parse(readFileSync('dist/links.json', 'utf8')) as { links: { title: string }[] };
  expect(unmarked(links.map(({ title }) => title).join('\n'))).toEqual([]);
});

test('no two words stand together as one, on any page', () => {
  expect(pages.flatMap(({ address, html }) => touchingWords(html).map((found) => `${address}: ${found}`))).toEqual([]);
  expect(touchingWords('<main><a href="/x/">Known escapes</a><span>7 minutes</span></main>')).toHaveLength(1);
  expect(touchingWords('<main><a href="/x/">Known escapes</a> <span>7 minutes</span></main>')).toEqual([]);
});

test('the home page and the traits page show the same words for a trait', () => {
  const [trait] = data.traits;
  expect(textOf(page('/').elements[0]!)).toContain(trait!.container.short);
  expect(textOf(page('/traits/').elements[0]!)).toContain(trait!.container.sentence);
  expect(textOf(page(trait!.page).elements[0]!)).toContain(trait!.container.sentence);
});

test('a page says of every figure past its review date that it is, and of no other', () => {
  const shown = pages.flatMap(({ address, html }) => shownFigures(html).map((figure) => ({ address, ...figure })));
  // As many as pages show: a test that finds none says nothing. The recipes' test shows one that is past its date.
  expect(shown.length).toBeGreaterThan(30);
  const stale = new Set(data.numbers.filter((number) => isStale(number, buildDay())).map(({ id }) => id));
  expect(shown.filter(({ id, marked }) => marked !== stale.has(id))).toEqual([]);
});

test('no placeholder of the site’s address is left, in pages and in what programs read', () => {
  const files = globSync('dist/**/*.{html,md,txt,json,xml,atom}').filter((file) =>
    readFileSync(file, 'utf8').includes('THIS-SITE'),
  );
  expect(files).toEqual([]);
});
