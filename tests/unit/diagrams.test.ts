import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkDiagrams, checkDrawing } from '~/lib/diagrams/check.ts';
import { squeeze } from '~/lib/diagrams/squeeze.ts';
import { parseDiagram } from '~/lib/diagrams/source.ts';
import { syntaxProblem } from '~/lib/diagrams/syntax.ts';
import { inks, roles } from '~/lib/diagrams/roles.ts';
import { writeSvg } from '~/lib/diagrams/write.ts';
import { formatProblems } from '~/lib/problem.ts';

const words = {
  title: 'A title',
  accTitle: 'A name',
  accDescr: 'A description that is long enough to tell the whole drawing to someone who cannot see it.',
  caption: 'What to notice.',
};
const box = (x: number, y: number, width = 100, height = 36, role = 'app') => ({
  kind: 'box' as const,
  x,
  y,
  width,
  height,
  radius: 6,
  role,
});
const label = (x: number, y: number, text: string) => ({
  kind: 'text' as const,
  rows: [{ x, y, text }],
  size: 15,
  role: 'app',
});
const flat = (...pieces: Parameters<typeof writeSvg>[2]['pieces']) => ({
  pieces,
  left: 0,
  top: 0,
  width: 300,
  height: 200,
});
const told = (svg: string) => formatProblems(checkDrawing('x', 'content/diagrams/x.svg', svg, words.accDescr));
const draw = (...pieces: Parameters<typeof writeSvg>[2]['pieces']) => writeSvg('x', words, flat(...pieces), 'hash');

test('the diagrams of the site are fresh and sound', () => {
  expect(formatProblems(checkDiagrams('.'))).toBe('0 problems');
});

describe('a drawing', () => {
  test('with a label inside its box is sound', () =>
    expect(told(draw(box(0, 0), label(50, 23, 'App')))).toBe('0 problems'));
  test('whose words leave their box is told', () =>
    expect(told(draw(box(0, 0, 40), label(20, 23, 'Far too long')))).toContain('the words "Far too long" leave'));
  test('whose boxes overlap is told', () =>
    expect(told(draw(box(0, 0), box(50, 10)))).toContain('two boxes overlap at 50, 10'));
  test('whose words collide is told', () =>
    expect(told(draw(label(50, 50, 'One label'), label(60, 50, 'another')))).toContain(
      '"One label" and "another" run into each other',
    ));
  test('whose words leave the picture is told', () =>
    expect(told(draw(label(5, 50, 'Outside')))).toContain('the words "Outside" leave the picture'));
  test('with a colour outside the palette is told', () =>
    expect(told(draw(box(0, 0)).replace('var(--dg-app-fill,#ffffff)', '#bada55'))).toContain(
      'the colour #bada55 is not in the palette',
    ));
  test('with a style, a script or a foreign object is told', () => {
    const svg = draw(box(0, 0)).replace('</svg>', '<script/><foreignObject/><rect style="x"/></svg>');
    expect(told(svg)).toContain('<script> does not belong in a drawing');
    expect(told(svg)).toContain('<foreignObject> does not belong in a drawing');
    expect(told(svg)).toContain('<rect> has the attribute style');
  });
  test('without a description is told', () =>
    expect(told(draw(box(0, 0)).replace(/<desc[^]*<\/desc>/, ''))).toContain('the drawing has no name or description'));
});

describe('sources', () => {
  const fixtures = 'tests/fixtures/diagrams';
  test.each([
    ['no-description', 'content/diagrams/broken.mmd:1  the diagram has no accDescr'],
    ['stale', 'content/diagrams/broken.svg  the drawing is stale'],
    ['not-drawn', 'content/diagrams/broken.svg  the drawing is missing'],
    ['orphan', 'content/diagrams/orphan.svg  a drawing without a source'],
    ['own-colours', 'content/diagrams/broken.mmd:9  the source sets colours of its own'],
  ])('%s is told', (fixture, problem) => {
    const problems = formatProblems(checkDiagrams(`${fixtures}/${fixture}`));
    expect(problems).toContain(problem);
    expect(problems).toMatch(/Run: npm run diagrams|Write|Name a role|Delete it/);
  });

  test('a syntax error names the line of the file and says that the old drawing stays', () => {
    const problem = syntaxProblem(
      'content/diagrams/x.mmd',
      '---\ntitle: x\n---\nblock\n  ]',
      new Error('page.evaluate: Error: Parse error on line 2:\n  ]'),
    );
    expect(problem).toMatchObject({ file: 'content/diagrams/x.mmd', line: 5 });
    expect(problem.fix).toContain('the old drawing was left as it was');
  });

  test('the roles of participants are read from their comment', () => {
    const { source } = parseDiagram('x.mmd', '---\ntitle: x\n---\nsequenceDiagram\n  %% roles: a app, k kernel\n');
    expect(source.participants).toEqual({ a: 'app', k: 'kernel' });
  });
});

test('a stretched row of plain boxes shrinks to its words, and what is below moves up', () => {
  const tall = squeeze(
    flat(box(0, 0, 100, 136), box(110, 0, 100, 136), label(50, 70, 'A'), box(0, 142, 210, 36), label(100, 165, 'B')),
  );
  expect(tall.height).toBe(100);
  expect(
    tall.pieces.map((piece) =>
      'height' in piece ? [piece.y, piece.height] : piece.kind === 'text' ? piece.rows[0]!.y : 0,
    ),
  ).toEqual([[0, 36], [0, 36], 20, [42, 36], 65]);
});

test('the style sheet has the light palette that every drawing carries as its fallback', () => {
  const css = readFileSync('src/styles/diagrams.css', 'utf8');
  const light = css.slice(css.indexOf("[data-theme='light']"), css.indexOf('@media print'));
  for (const [role, { fill, line }] of Object.entries(roles)) {
    if (fill !== 'none') expect(light).toContain(`--dg-${role}-fill: ${fill};`);
    if (line !== 'none') expect(light).toContain(`--dg-${role}-line: ${line};`);
  }
  for (const [name, colour] of Object.entries(inks)) expect(light).toContain(`--dg-${name}: ${colour};`);
});
