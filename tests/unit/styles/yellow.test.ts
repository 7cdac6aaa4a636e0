import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cardSvg } from '#features/social-cards/svg.ts';
import { otherYellow } from '../../support/yellow.ts';

/** The style sheets in a file: the file itself, or the blocks of a component. */
function sheetsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.css') ? [text] : [...text.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, css]) => css!);
}

test('yellow means a kernel, the current place or the focus, and nothing else', () => {
  const files = globSync('src/**/*.{css,astro}');
  expect(files.length).toBeGreaterThan(50);
  expect(
    files.flatMap((file) =>
      sheetsOf(file)
        .flatMap(otherYellow)
        .map((found) => `${file}:${found}`),
    ),
  ).toEqual([]);
});

test('a link, a line or another token in the yellow of the kernel is told', () =>
  expect(otherYellow(readFileSync('tests/fixtures/styles/yellow.css', 'utf8'))).toEqual([
    '4  :root  --sl-color-accent',
    '5  :root  --link',
    '6  :root  --sand',
    '10  .tip-number > a  text-decoration-color',
    "20  a:hover, a[aria-current='page']  background",
  ]));

test('a card has as many yellow boxes as its two stacks have kernels', () =>
  expect(cardSvg('Site', 'A title', 'Section').match(/#ffc94d/g)).toHaveLength(3));

test('links can be read on every ground in both themes, and have a colour of their own', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const [dark = '', light = ''] = tokens.split(":root[data-theme='light']");
  for (const theme of [dark, light]) {
    const colour = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(theme)![1]!;
    const luminance = (hex: string) =>
      [1, 3, 5]
        .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at]!, 0);
    const link = colour('sl-color-text-accent');
    for (const ground of ['page', 'wash', 'containers-wash', 'vms-wash', 'sl-color-gray-6']) {
      const [less = 0, more = 0] = [link, colour(ground)].map(luminance).sort((a, b) => a - b);
      expect((more + 0.05) / (less + 0.05), `${link} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(['kernel', 'kernel-ink', 'kernel-line', 'containers', 'vms'].map(colour)).not.toContain(link);
  }
});
