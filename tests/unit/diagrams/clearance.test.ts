import { describe, expect, test } from 'vitest';
import { checkDrawing } from '#features/diagrams/check/check.ts';
import { parseDrawing } from '#features/diagrams/check/drawing.ts';
import { parseDrawn } from '#features/diagrams/draw/parse.ts';
import { widestText } from '#features/diagrams/metrics.ts';
import { portableSvg } from '#features/diagrams/portable.ts';
import { writeDrawn, writeSvg } from '#features/diagrams/render/write.ts';
import { formatProblems } from '#shared/problem.ts';

const words = {
  title: 'A title',
  accTitle: 'A name',
  accDescr: 'A description that is long enough to tell the whole drawing to someone who cannot see it.',
  caption: 'What to notice.',
};
const told = (svg: string, form: 'page' | 'slide' = 'page') =>
  formatProblems(checkDrawing('x', 'content/diagrams/x.svg', svg, words.accDescr, form));
const drawn = (body: string) =>
  writeDrawn('x', words, parseDrawn('x.draw', `<svg viewBox="0 0 416 280">${body}</svg>`, 0).drawing, '');
const cylinder = (at: string) =>
  `<path class="data" d="M148 228a60 8 0 0 0 120 0a60 8 0 0 0 -120 0v40a60 8 0 0 0 120 0v-40" at="${at}">Shared<br/>store</path>`;

/** Labels as drawings had them, each with the words that the check has for it, and how they stand now. */
const cases: [string, string, string, string][] = [
  [
    'fills its box',
    '<rect class="container" x="6" y="28" width="77" height="36">Container</rect>',
    'the words "Container" have 1.8 units beside them in their box, less than 6',
    '<rect class="container" x="6" y="28" width="86" height="36">Container</rect>',
  ],
  [
    'is bold and touches its box',
    '<rect class="kernel" x="0" y="132" width="56" height="36">gVisor</rect>',
    'the words "gVisor" have 0.9 units beside them in their box',
    '<rect class="kernel" x="0" y="132" width="66.5" height="36">gVisor</rect>',
  ],
  [
    'runs under a box',
    '<rect class="unitc" x="0" y="0" width="416" height="52" /><text class="start cap" x="8" y="26">What the<br/>container sees</text><rect class="app" x="122" y="8" width="90" height="36">file A</rect>',
    'the words "container sees" come within 3 units of the edge of a box that is not theirs',
    '<rect class="unitc" x="0" y="0" width="416" height="52" /><text class="start cap" x="8" y="26">Container\'s<br/>view</text><rect class="app" x="122" y="8" width="90" height="36">file A</rect>',
  ],
  [
    'runs into a cylinder',
    `<path class="arrow" d="M101 206V246H146" at="101 226">session data</path>${cylinder('208 254')}`,
    'the words "session data" come within 3 units of the edge of a box',
    `<path class="arrow" d="M60 206V246H146" at="60 226">session data</path>${cylinder('208 254')}`,
  ],
  [
    'stands on the lid of a cylinder',
    cylinder('208 252'),
    'the words "Shared" have 1.6 units above or below them in their box, less than 3',
    cylinder('208 254'),
  ],
  [
    'is wedged between two boxes',
    '<rect class="warn" x="284" y="24" width="132" height="36">Windows files</rect><path class="line dashed" d="M350 60V80" at="350 71">does not fit</path><rect class="kernel" x="0" y="82" width="416" height="36">Linux kernel</rect>',
    'the words "does not fit" come within 3 units of the edge of a box',
    '<rect class="warn" x="284" y="24" width="132" height="36">Windows files</rect><path class="line dashed" d="M350 60V96" at="350 79">does not fit</path><rect class="kernel" x="0" y="98" width="416" height="36">Linux kernel</rect>',
  ],
  [
    'of a frame sits on the box below it',
    '<rect class="unit" x="0" y="0" width="206" height="200" /><text class="start" x="10" y="14">One VM</text><rect class="kernel" x="23" y="22" width="94" height="60">Guest<br/>kernel</rect>',
    'the words "One VM" come within 3 units of the edge of a box',
    '<rect class="unit" x="0" y="0" width="206" height="200" /><text class="start" x="10" y="14">One VM</text><rect class="kernel" x="23" y="36" width="94" height="60">Guest<br/>kernel</rect>',
  ],
  [
    'runs into the dot of a step',
    '<rect class="container" x="0" y="0" width="140" height="40">/proc</rect><circle class="number" cx="48" cy="20">4</circle>',
    'the words "/proc" come within 3 units of the edge of a box',
    '<rect class="container" x="0" y="0" width="140" height="40">/proc</rect><circle class="number" cx="18" cy="20">4</circle>',
  ],
  [
    'has no distance to the next one',
    '<text class="start" x="0" y="20">Image</text><text class="start" x="46" y="20">owner</text>',
    'the words "Image" and "owner" run into each other',
    '<text class="start" x="0" y="20">Image</text><text class="start" x="52" y="20">owner</text>',
  ],
];

describe('a label in a wide font that', () => {
  test.each(cases)('%s is told', (_, bad, problem, good) => {
    expect(told(drawn(bad))).toContain(problem);
    expect(told(drawn(good))).toBe('0 problems');
  });

  test.each(cases)('%s is told in the form that pages and slides have, too', (_, bad, problem, good) => {
    expect(told(portableSvg(drawn(bad)), 'slide')).toContain(problem);
    expect(told(portableSvg(drawn(good)), 'slide')).toBe('0 problems');
  });

  test('stands in what Mermaid drew is told', () => {
    const flat = (width: number) => ({
      pieces: [
        { kind: 'box' as const, x: 0, y: 0, width, height: 36, radius: 6, role: 'kernel' },
        { kind: 'text' as const, rows: [{ x: width / 2, y: 23, text: 'Host kernel, KVM' }], size: 15, role: 'kernel' },
      ],
      ...{ left: 0, top: 0, width: 300, height: 100 },
    });
    expect(told(writeSvg('x', words, flat(148), ''))).toMatch(/"Host kernel, KVM" have \d\.\d units beside them/);
    expect(told(writeSvg('x', words, flat(160), ''))).toBe('0 problems');
  });
});

test('the number of a step may lie on the edge of a box', () =>
  expect(
    told(
      drawn(
        '<rect class="app" x="0" y="20" width="90" height="36" /><circle class="number" cx="45" cy="20">1</circle>',
      ),
    ),
  ).toBe('0 problems'));

test('words are measured in the widest font, bold ones apart', () => {
  expect(widestText('Container', 15, false)).toBeCloseTo(73.3, 1);
  expect(widestText('gVisor', 15, true)).toBeCloseTo(54.1, 1);
  expect(widestText('\u2019', 10, false)).toBe(7);
});

test('a rectangle that became a path is still a box, and an arrow and its head are not', () => {
  const svg = drawn(
    '<rect class="app" x="0" y="0" width="90" height="36">App</rect><path class="arrow" d="M98 0V36">asks</path>',
  );
  const box = { left: 0, top: 0, right: 90, bottom: 36 };
  expect(parseDrawing(svg).boxes).toEqual([box]);
  expect(parseDrawing(portableSvg(svg)).boxes).toEqual([box]);
});
