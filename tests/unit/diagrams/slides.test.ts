import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import {
  checkDiagrams,
  drawingFiles,
  leastPoints,
  mermaidToShare,
  readDiagram,
  slidePoints,
  slideSvg,
} from '#features/diagrams/index.ts';
import { diagramIds } from '#model/diagram-files.ts';
import { withPngText } from '#shared/png-text.ts';
import { formatProblems } from '#shared/problem.ts';
import rasterise from '#shared/png-worker.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A copy of one drawing, and what is told of it once something was written beside it. */
function toldOf(id: string, files: Record<string, string>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'slides-'));
  folders.push(root);
  mkdirSync(path.join(root, 'content/diagrams/slides'), { recursive: true });
  mkdirSync(path.join(root, 'content/docs'));
  for (const kind of ['mmd', 'svg'])
    cpSync(`content/diagrams/${id}.${kind}`, path.join(root, `content/diagrams/${id}.${kind}`));
  for (const [name, text] of Object.entries(files))
    writeFileSync(path.join(root, 'content/diagrams/slides', name), text);
  return formatProblems(checkDiagrams(root));
}
const tall = 'kubernetes-chain';
const box = (width: number, height: number, text = 'Kernel') =>
  `<svg viewBox="0 0 ${width} ${height}">\n<rect class="kernel" x="0" y="0" width="${width}" height="36">${text}</rect>\n</svg>\n`;

describe('on a slide', () => {
  test('the smallest words of every drawing have 18 points', () => {
    for (const id of diagramIds('.'))
      expect(slidePoints(readDiagram(id).slide), id).toBeGreaterThanOrEqual(leastPoints);
  });
  test('a drawing that is too high is told, with where to draw it in landscape', () => {
    const told = toldOf(tall, {});
    expect(told).toMatch(/its smallest words would have 1\d\.\d points on a slide, fewer than 18/);
    expect(told).toContain(`in content/diagrams/slides/${tall}.draw, within 780 by 430 units`);
  });
  test('a landscape form that is too high, too wide or not sound is told with its file', () => {
    expect(toldOf(tall, { [`${tall}.draw`]: box(400, 500) })).toContain(
      `slides/${tall}.draw  the drawing is 404 by 504`,
    );
    expect(toldOf(tall, { [`${tall}.draw`]: box(900, 400) })).toContain('its words too small on a slide');
    expect(toldOf(tall, { [`${tall}.draw`]: box(30, 100) })).toContain('the words "Kernel" leave the picture');
    expect(toldOf(tall, { [`${tall}.draw`]: '<svg>' })).toContain('viewBox');
    expect(toldOf(tall, { [`${tall}.draw`]: box(780, 430) })).toBe('0 problems');
  });
  test('a landscape form of no drawing is told, with the nearest', () =>
    expect(toldOf(tall, { [`${tall}.draw`]: box(780, 430), 'kubernetes-chains.draw': box(9, 9) })).toContain(
      `there is no such diagram\n    The nearest known ids are ${tall}.`,
    ));
  test('a picture is 16 by 9, in four sets of colours, and says whose it is', () => {
    const light = slideSvg(readDiagram(tall), 'light', 'https://example.org/x');
    const [, , , width, height] = / width="(1920)" height="(1080)" viewBox="\S+ \S+ (\S+) (\S+)"/
      .exec(light)!
      .map(Number);
    expect(width! / height!).toBeCloseTo(16 / 9, 2);
    expect(light).toContain('<dc:source>https://example.org/x</dc:source>');
    expect(light).toMatch(/<dc:creator><cc:Agent><dc:title>[^<]+</);
    expect(light).toMatch(/<\/metadata><view id="tight" viewBox="[\d. -]+"\/><rect [^>]*fill="#ffffff"/);
    for (const theme of ['transparent', 'dark-transparent'] as const)
      expect(slideSvg(readDiagram(tall), theme, '')).not.toMatch(/<\/metadata><view [^>]+><rect [^>]*fill="#ffffff"/);
    expect(slideSvg(readDiagram(tall), 'dark-transparent', '')).toContain('#f3f1ea');
  });
});

test('the names of the files of a drawing stay', () =>
  expect(drawingFiles('x').map(({ file }) => file)).toEqual([
    'x.svg',
    'x-dark.svg',
    'x.png',
    'x-slide.svg',
    'x-slide-dark.svg',
    'x-slide-transparent.svg',
    'x-slide-dark-transparent.svg',
    'x-slide.png',
  ]));

test('no drawing has the name of another one’s file', () => {
  const files = diagramIds('.').flatMap((id) => drawingFiles(id).map(({ file }) => file));
  expect(new Set(files).size).toBe(files.length);
});

test('a PNG says whose it is, and is the same picture', async () => {
  const png = Buffer.from(await rasterise({ svg: readFileSync('content/diagrams/stack-vms.svg', 'utf8'), width: 60 }));
  const made = Buffer.from(withPngText(png, { Title: 'Zwölf', Source: 'https://example.org/' }));
  expect(made.includes('iTXtTitle\0\0\0\0\0Zwölf')).toBe(true);
  const data = (file: Buffer) => {
    const at = file.indexOf('IDAT');
    return inflateSync(file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4)));
  };
  expect(data(made).equals(data(png))).toBe(true);
});

describe('Mermaid for others', () => {
  const shared = (id: string) => {
    const diagram = readDiagram(id);
    return mermaidToShare(diagram, diagram.body, diagram.participants);
  };
  test('has its title, the colours of its roles and, where the grammar takes them, its name and description', () => {
    expect(shared('stack-vms')).toMatch(/^---\ntitle: Each virtual machine brings its own kernel\n---\nblock\n/);
    expect(shared('stack-vms')).toContain('  classDef kernel fill:#ffc94d,stroke:#8a5a00');
    expect(shared('stack-vms')).not.toContain('acc');
    expect(shared('kubernetes-chain')).toContain('  accDescr: A user declares a pod');
  });
  test('of a sequence has a box of the kernel’s colour around each kernel', () =>
    expect(shared('syscall-sequence-vm')).toContain(
      '  box rgb(255, 201, 77)\n    participant g as Guest<br/>kernel\n  end',
    ));
});
