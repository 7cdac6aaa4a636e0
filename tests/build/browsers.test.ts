import { globSync, readFileSync } from 'node:fs';
import css from '@eslint/css';
import { ESLint } from 'eslint';
import postcss from 'postcss';
import { expect, test } from 'vitest';
import { readSections } from '#features/search/indexing/sections.ts';
import { siteModel } from '#model/model.ts';
import { plainText } from '#shared/inline-markdown.ts';
import { attribute, pageOf, readDist, textOf, type BuiltPage, type Element } from '../support/dist.ts';

// Rules that hold for every page and every style sheet of the build, each learnt from a fault in some browser.
const pages = readDist();
const sheets = [
  ...globSync('dist/**/*.css').map((file) => ({ from: file, css: readFileSync(file, 'utf8') })),
  ...pages.map(({ address, html }) => ({
    from: address,
    css: [...html.matchAll(/<style[^>]*>([^<]*)<\/style>/g)].map(([, css]) => css).join(''),
  })),
];

/** Declarations of a sheet that Safari ignores: before 26.2 it knows `text-decoration` as a shorthand of the line alone. */
function lostDecorations({ from, css }: { from: string; css: string }): string[] {
  const found: string[] = [];
  postcss.parse(css).walkDecls(/^text-decoration$/, ({ value }) => {
    if (/\s/.test(value.trim())) found.push(`${from}: text-decoration: ${value}. Write one property a line.`);
  });
  return found;
}

test('no style sheet has a shorthand that Safari ignores, also after it was minified', () => {
  expect(new Set(sheets.flatMap(lostDecorations))).toEqual(new Set());
  expect(lostDecorations({ from: 'a.css', css: 'a{text-decoration:underline dotted 1.5px}' })).toEqual([
    'a.css: text-decoration: underline dotted 1.5px. Write one property a line.',
  ]);
});

/** Controls with a ground of their own kept under words of ours: WebKit draws a select itself unless it is told not to. */
function nativeSelects({ from, css: text }: { from: string; css: string }): string[] {
  const found: string[] = [];
  postcss.parse(text).walkRules((rule) => {
    if (!rule.selectors.some((selector) => /(?:^|[\s>])select(?:[:.][^\s>]*)?$/.test(selector))) return;
    const has = (prop: RegExp) => rule.some((line) => line.type === 'decl' && prop.test(line.prop));
    if (has(/^(?:background|background-color|color)$/) && !has(/^(?:-webkit-)?appearance$/))
      found.push(`${from}: ${rule.selector}`);
  });
  return found;
}

test('a select that has colours of ours is drawn by us', () => {
  expect(new Set(sheets.flatMap(nativeSelects))).toEqual(new Set());
  expect(nativeSelects({ from: 'a.css', css: 'select:where(.z1){background:none}' })).toEqual([
    'a.css: select:where(.z1)',
  ]);
});

/** What the styles ask for that not every browser of the last 30 months knows, and what a browser that lacks it shows. */
const excused: Readonly<Record<string, string>> = {
  ':popover-open': 'the button of the menu of a phone looks the same while it is open',
  '::details-content': 'what is folded stays folded on paper, except in browsers that a script opens it in',
  'content-visibility': 'what is out of sight is laid out too',
  'anchor-name': 'behind @supports: a script places the tooltip',
  'position-anchor': 'same',
  'position-area: span-inline-end': 'same',
  'position-try-fallbacks': 'same',
  'text-autospace': 'of Starlight, for Chinese and Japanese',
  'text-wrap': 'a line may hold one word',
  'user-select': 'Safari takes it with a prefix, which stands before it',
  clip: 'of Starlight: withdrawn from the standard, kept by every browser',
  '@page': 'the margins of paper are those of the browser',
  orphans: 'a page of paper may begin with one line',
  widows: 'same',
  'break-after: avoid': 'a heading may stand last on a page of paper',
  'break-before: avoid': 'same',
};

const linter = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ['**/*.css'],
      language: 'css/css',
      languageOptions: { tolerant: true },
      plugins: { css },
      rules: { 'css/use-baseline': ['error', { available: 'widely' }] },
    },
  ],
});

/** Features of a style sheet that are not widely available by the list of the W3C's WebDX group, each once. */
async function youngFeatures(text: string): Promise<Set<string>> {
  const [result] = await linter.lintText(text, { filePath: 'a.css' });
  const names = result!.messages.map(({ message }) => {
    const [, kind, name, property] =
      /^(Selector|Property|At-rule|Value|Type|Function|Media condition) '([^']*)'(?: of property '([^']*)')?/.exec(
        message,
      ) ?? [];
    if (kind === 'Selector') return name === 'details-content' ? `::${name}` : `:${name}`;
    return property ? `${property}: ${name}` : (name ?? message);
  });
  return new Set(names);
}

test('the styles ask only for what browsers have known for 30 months, or for what may be missing', async () => {
  const found = new Set<string>();
  for (const text of new Set(sheets.map((sheet) => sheet.css)))
    for (const name of await youngFeatures(text)) found.add(name);
  expect([...found].sort()).toEqual(Object.keys(excused).sort());
  expect(await youngFeatures('a { corner-shape: squircle; color: red } b:hover { color: blue }')).toEqual(
    new Set(['corner-shape']),
  );
});

test('every tooltip is hidden by its markup and reads as words in brackets without a style sheet', () => {
  const wrong = pages.flatMap(({ address, elements }) =>
    elements
      .filter((element) => attribute(element, 'role') === 'tooltip')
      .filter(
        (tip) => attribute(tip, 'hidden') === undefined || !/^\u00a0\([^]+\)$/.test(textOf(tip).trim() && textOf(tip)),
      )
      .map((tip) => `${address}: ${textOf(tip).slice(0, 60)}`),
  );
  expect(wrong).toEqual([]);
});

/** A line of each drawing's source that no sentence has: two names with an arrow, or a block with its box. */
const sources = globSync('content/diagrams/*.mmd').flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => /-->|->>|^block:|\[".*"\]/.test(line))
    .slice(0, 1),
);

test('the search knows no word that a page does not show as one', () => {
  expect(sources.length).toBeGreaterThan(40);
  const wrong: string[] = [];
  for (const { address, html } of pages) {
    const read = readSections(html);
    if (!read) continue;
    // The page with a space around every element that is no part of a word.
    const spaced = html.replace(
      /<(?!\/?(?:a|abbr|b|bdi|cite|code|data|em|i|kbd|mark|q|s|small|span|strong|sub|sup|time|var|wbr)\b)/g,
      ' <',
    );
    const whole = readSections(spaced)!;
    const words = new Set(whole.sections.flatMap(({ heading, text }) => `${heading} ${text}`.split(/\s+/)));
    for (const { text } of read.sections)
      for (const word of text.split(/\s+/)) if (!words.has(word)) wrong.push(`${address}: "${word}"`);
    for (const { text } of read.sections)
      for (const source of sources) if (text.includes(source)) wrong.push(`${address}: Mermaid source "${source}"`);
  }
  expect(wrong).toEqual([]);
});

test('a page keeps its styles when a proxy changes white space, and a saved copy its pictures', () => {
  for (const { address, html } of pages) {
    const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1];
    if (!policy) continue;
    expect(policy, address).toMatch(/style-src [^;]*'unsafe-inline'/);
    expect(policy, address).not.toMatch(/style-src [^;]*'sha/);
    expect(policy, address).toMatch(/img-src 'self' https:\/\/[^ ;]+ data:/);
  }
  expect(readFileSync('dist/_headers', 'utf8')).not.toMatch(/style-src [^;]*'sha/);
});

test('the feed names its author once for all entries', () => {
  const head = readFileSync('dist/changes.atom', 'utf8').split('<entry>')[0]!;
  expect(head).toMatch(/<author>\s*<name>[^<]+<\/name>/);
});

const messages = new Set(siteModel().data.symptoms.map(({ message }) => plainText(message)));

/** Elements that show a message of a program and nothing else, where a translator may change it, a line each. */
function translatedMessages({ address, elements }: BuiltPage): string[] {
  const isSpared = (element: Element): boolean =>
    attribute(element, 'translate') === 'no' ||
    (element.parentNode !== null && 'tagName' in element.parentNode && isSpared(element.parentNode));
  return (
    elements
      // Words in code are marked as such, and a term may have the name of a message.
      .filter(({ tagName }) => !['title', 'code', 'option'].includes(tagName))
      .filter((element) => element.tagName !== 'a' || attribute(element, 'href')?.includes('/reference/symptoms/'))
      .filter((element) => messages.has(textOf(element).trim()) && !isSpared(element))
      .filter(({ childNodes }) => !childNodes.some((child) => 'tagName' in child && messages.has(textOf(child).trim())))
      .map((element) => `${address}: <${element.tagName}> ${textOf(element).trim().slice(0, 60)}`)
  );
}

test('messages of programs are not translated, wherever they stand', () => {
  expect(messages.size).toBeGreaterThan(100);
  expect(pages.flatMap(translatedMessages)).toEqual([]);
});

test('a message that would be translated is told', () => {
  const symptoms = pages.find(({ address }) => address === '/reference/symptoms/')!;
  const html = symptoms.html.replaceAll(' translate="no"', '');
  expect(translatedMessages(pageOf(symptoms.address, html)).length).toBeGreaterThan(100);
});
