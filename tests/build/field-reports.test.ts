import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attribute, readDist, textOf } from '../support/dist.ts';

// Faults of other documentation sites that a look at the built files tells: docs/field-reports.md has the reports.
const pages = readDist();
const reading = pages.filter(({ html }) => html.includes('sl-markdown-content'));
const locations = [...readFileSync('dist/sitemap-0.xml', 'utf8').matchAll(/<loc>([^<]*)<\/loc>/g)].map(
  ([, url]) => url!,
);

test('every picture has its size, so that an anchor below it stays where it is', () => {
  const unsized = reading.flatMap(({ address, elements }) =>
    elements
      .filter((element) => element.tagName === 'img' && !(attribute(element, 'width') && attribute(element, 'height')))
      .map((element) => `${address}: ${attribute(element, 'src')}`),
  );
  expect(unsized).toEqual([]);
});

test('the sitemap has each page once, as its canonical address, and no page of errors', () => {
  expect(locations.length).toBeGreaterThan(50);
  expect(new Set(locations).size).toBe(locations.length);
  const canonical = new Map(
    pages.map(({ address, html }) => [address, /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1]]),
  );
  for (const url of locations) {
    expect(url).toMatch(/^https:\/\/[^/]+\/(?:[a-z0-9-]+\/)*$/);
    expect(url).not.toMatch(/404/);
    expect(canonical.get(new URL(url).pathname), url).toBe(url);
  }
});

test('the page of errors asks for nothing by a relative address, since it stands at any depth', () => {
  const missing = pages.find(({ address }) => address === '/404.html')!;
  const relative = missing.elements
    .flatMap((element) => ['href', 'src'].map((name) => attribute(element, name)))
    .filter((value) => value && !/^(?:\/|#|https?:|data:)/.test(value));
  expect(relative).toEqual([]);
});

test('no two link signs of a page have one name, and none stands inside its heading or has a title', () => {
  const wrong = reading.flatMap(({ address, elements }) => {
    const signs = elements.filter((element) =>
      /\b(?:sl-anchor-link|copy-link)\b/.test(attribute(element, 'class') ?? ''),
    );
    const names = signs.map((sign) => attribute(sign, 'aria-label') ?? textOf(sign).trim());
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    const inside = elements
      .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
      .filter((heading) => /#$/.test(textOf(heading)));
    return [
      ...twice.map((name) => `${address}: "${name}" twice`),
      ...signs.filter((sign) => attribute(sign, 'title')).map(() => `${address}: a sign with a title`),
      ...inside.map((heading) => `${address}: "${textOf(heading)}"`),
    ];
  });
  expect(wrong).toEqual([]);
});

test('the feed, the search description and the icon that pages name are there', () => {
  const named = new Set(
    pages.flatMap(({ html }) =>
      [...html.matchAll(/<link\b[^>]*rel="(?:icon|search|alternate)"[^>]*>/g)].map(([tag]) => tag),
    ),
  );
  const gone = [...named]
    .map((tag) => new URL(/href="([^"]*)"/.exec(tag)![1]!, 'https://x/').pathname)
    .filter((path) => !existsSync(`dist${path}`));
  expect(gone).toEqual([]);
});
