import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkDiagrams, checkDrawing } from '#features/diagrams/check/check.ts';
import { squeeze } from '#features/diagrams/render/compact-rows.ts';
import { pathBox } from '#features/diagrams/check/path-box.ts';
import { parseDiagram } from '#features/diagrams/source.ts';
import { syntaxProblem } from '#features/diagrams/render/syntax.ts';
import { inks, roles } from '#features/diagrams/roles.ts';
import { writeSvg } from '#features/diagrams/render/write.ts';
import { formatProblems } from '#shared/problem.ts';

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
  test('that a phone cannot show is told', () => {
    // Two units on either side are room for the lines.
    const wide = (width: number) => told(writeSvg('x', words, { ...flat(box(0, 0)), width: width - 4 }, 'hash'));
    expect(wide(420)).toBe('0 problems');
    expect(wide(421)).toContain('the drawing is 421 units wide, more than 420');
  });
  test('whose words are too small on a phone is told', () => {
    const small = (size: number, width: number) =>
      told(writeSvg('x', words, { ...flat(box(0, 0), { ...label(50, 23, 'App'), size }), width: width - 4 }, 'hash'));
    expect(small(15, 420)).toBe('0 problems');
    expect(small(13, 420)).toContain('the words "App" are 11.1 pixels high on a phone, less than 12');
    // Below 400 units a drawing has no gutters.
    expect(small(14, 399)).toContain('the words "App" are 11.5 pixels high');
    expect(small(11, 300)).toContain('the words "App" are 11.0 pixels high');
  });
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
  test('whose words leave a hexagon is told', () => {
    const hexagon = { kind: 'shape' as const, d: 'M110 0L140 0L150 18L140 36L110 36L100 18Z', role: 'plain' };
    expect(told(draw(hexagon, label(125, 23, 'Far too long')))).toContain('the words "Far too long" leave their box');
  });
  test('with an id that another drawing could have is told', () =>
    expect(told(draw(box(0, 0)).replace('<rect ', '<rect id="a" '))).toContain("the id a is not the diagram's own"));
  test('that has grown too large is told', () =>
    expect(told(draw(...Array.from({ length: 90 }, (_, at) => box(0, at * 40))))).toMatch(
      /the drawing has 1\d{4} bytes, more than 12000\n {4}Split it: one idea a drawing\./,
    ));
  test('whose name leads nowhere is told', () =>
    expect(told(draw(box(0, 0)).replace('<title id="dg-x-t">', '<title id="dg-x-z">'))).toContain(
      'the drawing has no name or description',
    ));
  test('without a description is told', () =>
    expect(told(draw(box(0, 0)).replace(/<desc[^]*<\/desc>/, ''))).toContain('the drawing has no name or description'));
});

describe('sources', () => {
  const fixtures = 'tests/fixtures/diagrams';
  test.each([
    ['no-front-matter', 'broken.mmd:1  the diagram has no front matter'],
    ['not-yaml', 'broken.mmd:3  front matter is not valid YAML: Nested mappings are not allowed'],
    ['no-description', 'broken.mmd:1  the diagram has no accDescr'],
    ['bad-words', 'broken.mmd:4  accDescr is too short to describe the drawing'],
    ['bad-words', 'broken.mmd:5  the caption does not end with a full stop'],
    ['bad-words', 'broken.mmd:6  unknown front matter key "colour"'],
    ['unknown-kind', 'broken.mmd:7  "pie" is not a kind of drawing that this site has'],
    ['nothing-drawn', 'broken.mmd:6  there is no drawing below the front matter'],
    ['own-colours', 'broken.mmd:9  the source sets colours of its own'],
    ['unknown-role', 'broken.mmd:9  there is no role "kernle"\n    Did you mean kernel'],
    ['no-role', 'broken.mmd:9  a class line without a role'],
    ['two-ids', 'broken.mmd:10  Mermaid reads "a,b" as one name in a block'],
    ['role-for-nothing', 'broken.mmd:9  "k" has a role but is not in the drawing'],
    ['unknown-participant-role', 'broken.mmd:8  there is no role "kernle"'],
    ['no-pairs', 'broken.mmd:8  "a" is not an id and a role'],
    ['diamond', 'broken.mmd:8  a stadium ([ ]) or a diamond { } takes too much room'],
    ['silent-arrow', 'broken.mmd:8  an arrow has no label'],
    ['empty-label', 'broken.mmd:8  an arrow has no label\n    Say what is sent: a -->|request| b'],
    ['silent-arrow-in-block', 'broken.mmd:11  an arrow has no label\n    Say what is sent: a -- "request" --> b'],
    ['empty-label-in-block', 'broken.mmd:11  an arrow has no label'],
    ['silent-state', 'broken.mmd:9  an arrow has no label\n    Say what is sent: A --> B: start'],
    ['silent-message', 'broken.mmd:12  an arrow has no label\n    Say what is sent: a->>b: request'],
    ['foreign-letter', 'broken.mmd:8  the letter "→" is not in the font'],
    ['stale', 'broken.svg  the drawing is stale'],
    ['not-drawn', 'broken.svg  the drawing is missing'],
    ['orphan', 'orphan.svg  a drawing without a source'],
    ['draw-no-picture', 'broken.draw:7  the body is not one <svg> with a viewBox from 0 0'],
    ['draw-strange-element', 'broken.draw:8  <ellipse> does not belong in a drawing'],
    ['draw-own-colours', 'broken.draw:8  the source sets colours of its own: fill'],
    ['draw-unknown-role', 'broken.draw:8  there is no role "kernle"\n    Did you mean kernel'],
    ['draw-no-role', 'broken.draw:8  a <rect> needs one role'],
    ['draw-no-number', 'broken.draw:8  <rect> has no sound width'],
    ['draw-curve', 'broken.draw:8  <path> has no sound d\n    Write lines and arcs only'],
    ['draw-silent-arrow', 'broken.draw:8  an arrow has no label'],
    ['draw-loose-words', 'broken.draw:7  words stand outside a shape'],
    ['draw-nameless-part', 'broken.draw:8  a <g> names no step'],
    ['draw-part-in-part', 'broken.draw:11  a part stands inside a part'],
    ['draw-foreign-letter', 'broken.draw:8  the letter "→" is not in the font'],
    ['step-without-part', 'broken.draw:6  step 2 has no part in the drawing'],
    ['part-without-step', 'broken.draw:6  part 2 of the drawing has no step'],
    ['too-many-steps', 'broken.draw:6  the drawing has 9 steps, more than 8'],
    ['slider-gap', 'broken.draw:6  part 2 of the drawing is missing'],
    ['steps-in-mermaid', 'broken.mmd:6  unknown front matter key "steps"'],
    ['two-sources', 'broken.mmd  the drawing has a second source, content/diagrams/broken.draw'],
    ['shared-id', 'two.svg  the id dg-one-t also stands in content/diagrams/one.svg'],
  ])('%s is told', (fixture, problem) => {
    const problems = formatProblems(checkDiagrams(`${fixtures}/${fixture}`));
    expect(problems).toContain(`content/diagrams/${problem}`);
    expect(problems).toMatch(/\n {4}\S.+\.?\n/);
  });

  test.each([
    ['pair-of-two-widths', '100 units wide and 120', 'Give both the same width: "width: 120"'],
    [
      'pair-of-two-row-heights',
      'boxes with 1 line are 30 to 36 units high',
      'Make rows with as many lines equally high.',
    ],
  ])('%s is told by the line of its page', (fixture, problem, fix) => {
    const told = formatProblems(checkDiagrams(`${fixtures}/${fixture}`));
    expect(told).toContain(`content/docs/a.mdx:5  the pair one and two is not on one grid: ${problem}\n    ${fix}`);
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

  test('a syntax error is found by its excerpt: Mermaid leaves comments out of its count and counts some lines twice', () => {
    const text =
      '---\ntitle: x\n---\nsequenceDiagram\n  %% roles: a app\n  participant a as App\n  a->>: hi\n  a->>a: x\n';
    const message =
      "page.evaluate: Error: Parse error on line 3:\n...pant a as App  a->>: hi  a->>a: x\n----------------------^\nExpecting 'ACTOR', got 'TXT'\n    at Parser.parseError";
    expect(syntaxProblem('x.mmd', text, new Error(message))).toMatchObject({
      line: 7,
      problem: 'Mermaid could not draw it: Parse error: ...pant a as App a->>: hi a->>a: x',
    });
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

test('a row of boxes in frames shrinks in all frames at once, to the most lines that one of its boxes has', () => {
  const two = {
    ...label(50, 30, 'Guest'),
    rows: [
      { x: 50, y: 75, text: 'Guest' },
      { x: 50, y: 93, text: 'kernel' },
    ],
  };
  const { pieces, height } = squeeze(
    flat(
      box(0, 0, 100, 120, 'unitv'),
      box(110, 0, 100, 120, 'unitv'),
      ...[7, 62].flatMap((y) => [box(7, y, 86, 52), box(117, y, 86, 52)]),
      ...[label(50, 35, 'App'), label(160, 35, 'App'), two, label(160, 85, 'Kernel')],
      box(0, 126, 210, 36),
    ),
  );
  const boxes = pieces.flatMap((piece) => (piece.kind === 'box' ? [[piece.y, piece.height]] : []));
  expect(height).toBe(184);
  expect(boxes).toEqual([
    [0, 104],
    [0, 104],
    [7, 36],
    [7, 36],
    [46, 52],
    [46, 52],
    [110, 36],
  ]);
});

test('the upper line of two moves by half the space that follows it, so that both are centred', () => {
  const rows = [
    { x: 50, y: 15, text: 'Guest' },
    { x: 50, y: 32, text: 'kernel' },
  ];
  expect(draw({ ...label(50, 15, 'Guest'), rows })).toContain(
    '<tspan x="52.1" y="15">Guest</tspan> <tspan x="50" y="32">kernel</tspan>',
  );
});

test('the style sheet has the light palette that every drawing carries as its fallback', () => {
  const css = readFileSync('src/features/diagrams/diagrams.css', 'utf8');
  const light = css.slice(css.indexOf("[data-theme='light']"), css.indexOf('@media print'));
  for (const [role, { fill, line }] of Object.entries(roles)) {
    if (fill !== 'none') expect(light).toContain(`--dg-${role}-fill: ${fill};`);
    if (line !== 'none') expect(light).toContain(`--dg-${role}-line: ${line};`);
  }
  for (const [name, colour] of Object.entries(inks)) expect(light).toContain(`--dg-${name}: ${colour};`);
});

describe('the box around a path', () => {
  test('of a hexagon', () =>
    expect(pathBox('M10 0L40 0L50 18L40 36L10 36L0 18Z')).toEqual({ left: 0, top: 0, right: 50, bottom: 36 }));
  test('of a cylinder', () =>
    expect(pathBox('M0 9a30 9 0 0 0 60 0a30 9 0 0 0 -60 0l0 40a30 9 0 0 0 60 0l0 -40')).toMatchObject({
      left: 0,
      right: 60,
      top: 0,
      lid: 18,
      bottom: 58,
    }));
  test('is unknown for a curve', () => expect(pathBox('M0 0C1 1 2 2 3 3')).toBeUndefined());
});

describe.each(['light', 'dark'])('the %s palette', (theme) => {
  const css = readFileSync('src/features/diagrams/diagrams.css', 'utf8');
  const [start, end] = [css.indexOf("[data-theme='light']"), css.indexOf('@media print')];
  const part = theme === 'dark' ? css.slice(0, start) : css.slice(start, end);
  const colour = new Map([...part.matchAll(/--dg-([\w-]+): (#\w{6});/g)].map(([, name, hex]) => [name!, hex!]));
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a: string, b: string) => {
    const [lighter = 0, darker = 0] = [a, b].map((name) => luminance(colour.get(name)!)).sort((one, two) => two - one);
    return (lighter + 0.05) / (darker + 0.05);
  };
  const named = (ending: RegExp) => [...colour.keys()].filter((name) => ending.test(name));

  test.each([...named(/-fill$/), 'page'])('has words of 7 to 1 on %s', (fill) =>
    expect(contrast(fill === 'kernel-fill' ? 'strong' : 'text', fill)).toBeGreaterThanOrEqual(7),
  );
  test.each(named(/-line$|^edge$/))('has %s of 3 to 1 on the page', (line) =>
    expect(contrast(line, 'page')).toBeGreaterThanOrEqual(3),
  );
});
