import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mostSteps } from '#features/diagrams/check/steps.ts';
import { parseDrawn } from '#features/diagrams/draw/parse.ts';
import { widen } from '#features/diagrams/render/widen.ts';
import { writeDrawn } from '#features/diagrams/render/write.ts';
import { parseDiagram } from '#features/diagrams/source.ts';
import { stepHtml } from '#features/diagrams/index.ts';

const shapes = (body: string) => parseDrawn('x.draw', `<svg viewBox="0 0 200 100">${body}</svg>`, 0).drawing.shapes;
const words = { title: 'A', accTitle: 'A name', accDescr: 'A description.', caption: 'A caption.' };
const draw = (body: string) => {
  const { drawing, problems } = parseDrawn('x.draw', `<svg viewBox="0 0 200 100">\n${body}\n</svg>`, 0);
  expect(problems).toEqual([]);
  return writeDrawn('x', words, drawing, 'hash');
};

test('a box has its words in its middle, each line in a place of its own', () => {
  const [box, text] = shapes('<rect class="kernel" x="10" y="20" width="100" height="40">Guest<br/>kernel</rect>');
  expect(box?.piece).toMatchObject({ kind: 'box', x: 10, y: 20, width: 100, height: 40, role: 'kernel' });
  expect(text?.piece).toMatchObject({
    role: 'kernel',
    rows: [
      { x: 60, y: 36.8, text: 'Guest' },
      { x: 60, y: 53.8, text: 'kernel' },
    ],
  });
});

test('an arrow has its head at its end and its label in the middle of its longest stretch', () => {
  const pieces = shapes('<path class="arrow both" d="M0 0H20V80">asks</path>').map(({ piece }) => piece);
  expect(pieces[0]).toMatchObject({ kind: 'edge', tip: [20, 80, 90], tail: [0, 0, 180] });
  expect(pieces[2]).toMatchObject({ kind: 'text', rows: [{ x: 20, text: 'asks' }] });
});

test('a label of one digit is the number of a step, at its own place if it has one', () =>
  expect(shapes('<path class="arrow warn" d="M0 0V80" at="30 40">3</path>')[1]?.piece).toEqual({
    ...{ kind: 'number', x: 30, y: 40, text: '3', warn: true },
  }));

test('parts are groups that name their steps, and neighbours of one part share a group', () => {
  const svg = draw(
    '<g data-part="1 3"><rect class="app" x="0" y="0" width="90" height="36">App</rect></g><text class="start" x="0" y="60">beside</text>',
  );
  expect(svg).toMatch(
    /<g data-part="1 3">\n<rect [^>]+\/>\n<text [^>]+>App<\/text>\n<\/g>\n<text [^>]*text-anchor="start"/,
  );
});

test('a drawing has the size of its viewBox and room for its lines', () =>
  expect(draw('<rect class="app" x="0" y="0" width="90" height="36">App</rect>')).toContain(
    'width="204" height="104" viewBox="-2 -2 204 104"',
  ));

test('front matter gives the steps of a drawing, or its slider, or the width of a Mermaid drawing', () => {
  const front = '---\ntitle: A\naccTitle: A\naccDescr: A\ncaption: A.\n';
  const source = (file: string, key: string) => parseDiagram(file, `${front}${key}\n---\n`).source;
  expect(source('x.draw', 'steps:\n  - One.\n  - Two.').steps).toEqual(['One.', 'Two.']);
  expect(source('x.draw', 'slider: Workloads').slider).toBe('Workloads');
  expect(source('x.mmd', 'width: 300').width).toBe(300);
});

test('a Mermaid drawing is widened to the same room on both sides, and never narrowed', () => {
  const flat = { pieces: [], left: 10, top: 0, width: 99.5, height: 10 };
  expect(widen(flat, 124)).toMatchObject({ left: 0, width: 120 });
  expect(widen(flat, 90)).toBe(flat);
  expect(widen(flat, undefined)).toBe(flat);
});

test('a stack that is widened fills the width, and its words stay in the middle of their boxes', () => {
  const box = { kind: 'box' as const, x: 10, y: 0, width: 100, height: 36, radius: 6, role: 'app' };
  const text = { kind: 'text' as const, rows: [{ x: 60, y: 23, text: 'App' }], size: 15, role: 'app' };
  const { pieces, left, width } = widen({ pieces: [box, text], left: 10, top: 0, width: 100, height: 36 }, 154);
  expect([left, width]).toEqual([10, 150]);
  expect(pieces).toEqual([
    { ...box, width: 150 },
    { ...text, rows: [{ x: 85, y: 23, text: 'App' }] },
  ]);
});

test('apostrophes are those of prose, in words, labels and steps, but not in code', () => {
  const front = "---\ntitle: The host's\naccTitle: A\naccDescr: A\ncaption: Kubernetes' own.\n";
  const { source, problems } = parseDiagram(
    'x.draw',
    `${front}steps:\n  - "The host's \`echo 'it''s'\`."\n---\n<svg viewBox="0 0 9 9">\n<g data-part="1"><rect class="app" x="0" y="0" width="9" height="9">Host's</rect></g>\n</svg>\n`,
  );
  expect(problems.map(({ problem }) => problem)).not.toContainEqual(expect.stringContaining('the letter'));
  expect([source.title, source.caption]).toEqual(['The host’s', 'Kubernetes’ own.']);
  expect(source.steps[0]).toMatch(/^The host’s `echo 'it''s'`\.$/);
  expect(source.drawing?.shapes[1]?.piece).toMatchObject({ rows: [{ text: 'Host’s' }] });
  const mermaid = parseDiagram('x.mmd', `${front}---\nblock\n  a["Host's"]\n`);
  expect(mermaid.source.body).toContain('"Host’s"');
});

test('what stands between backticks in a step is code, and nothing in it is markup', () =>
  expect(stepHtml('Run `a < b` & wait.')).toBe('Run <code>a &lt; b</code> &amp; wait.'));

test('the style sheet knows as many steps as a drawing can have', () => {
  const css = readFileSync('src/features/diagrams/steps.css', 'utf8');
  for (let step = 1; step <= mostSteps; step++)
    expect(css).toContain(`:has([value='${step}']:checked) [data-part]:not([data-part~='${step}'])`);
  expect(css).not.toContain(`[value='${mostSteps + 1}']`);
});
