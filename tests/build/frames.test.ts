import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseLinks } from '#features/check-course/index.ts';
import { base, host } from '#site.ts';
import { attribute, pageOf, readDist, type BuiltPage } from '../support/dist.ts';

const origin = new URL(base, host).href.slice(0, -1);
const frames = readDist().filter(({ address }) => address.startsWith('/embed/'));
const built = (url: unknown) =>
  typeof url === 'string' && url.startsWith(`${origin}/`) ? `dist${url.slice(origin.length)}` : '';

/** Width and height of a PNG. */
function sizeOf(file: string): [number, number] {
  const png = readFileSync(file);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** What a program that previews or embeds a frame by its address misses. @param answer reads what its oEmbed link names */
function missedByPrograms({ address, elements }: BuiltPage, answer: (url: string) => string | undefined): string[] {
  const meta = (property: string) => {
    const found = elements.find((element) => attribute(element, 'property') === property);
    return found && attribute(found, 'content');
  };
  const url = origin + address;
  const image = built(meta('og:image'));
  const declared = [Number(meta('og:image:width')), Number(meta('og:image:height'))];
  const isSound = image !== '' && existsSync(image) && String(sizeOf(image)) === String(declared);
  const link = elements.find((element) => attribute(element, 'type') === 'application/json+oembed');
  const text = link && answer(attribute(link, 'href') ?? '');
  const missing = [
    ...['og:title', 'og:description', 'og:image:alt'].filter((property) => !meta(property)),
    ...(meta('og:url') === url ? [] : ['og:url']),
    ...(isSound ? [] : ['og:image']),
  ];
  if (text === undefined) return [...missing, 'oembed'];
  const told = JSON.parse(text) as Record<string, unknown>;
  const [frame] = pageOf('/', String(told['html'])).elements.filter(({ tagName }) => tagName === 'iframe');
  const needed = { version: '1.0', type: 'rich', title: meta('og:title'), thumbnail_url: meta('og:image') };
  return [
    ...missing,
    ...Object.entries(needed).flatMap(([key, value]) => (told[key] === value ? [] : [key])),
    ...(frame && attribute(frame, 'src') === url ? [] : ['html']),
    ...(frame && attribute(frame, 'height') === String(told['height']) ? [] : ['height']),
    ...(Number(told['width']) > 0 ? [] : ['width']),
  ];
}

const onDisk = (url: string) => (existsSync(built(url)) ? readFileSync(built(url), 'utf8') : undefined);

test('each frame, of a drawing or of a lab, is previewed and can be embedded by its address', () => {
  expect(frames.flatMap((frame) => missedByPrograms(frame, onDisk).map((what) => [frame.address, what]))).toEqual([]);
  expect(frames.filter(({ address }) => address.startsWith('/embed/labs/')).length).toBeGreaterThan(5);
  expect(frames.length).toBeGreaterThan(50);
});

test('what a frame lacks is found', () => {
  const frame = frames.find(({ address }) => address === '/embed/labs/layers/')!;
  const broken = (from: string | RegExp, to: string) => pageOf(frame.address, frame.html.replace(from, to));
  expect(missedByPrograms(broken('application/json+oembed', 'text/plain'), onDisk)).toEqual(['oembed']);
  expect(missedByPrograms(broken(/og:description/, 'x'), onDisk)).toEqual(['og:description']);
  expect(missedByPrograms(broken(/cards\/[a-z-]+\.png/, 'cards/none.png'), onDisk)).toEqual([
    'og:image',
    'thumbnail_url',
  ]);
  const other = (url: string) => onDisk(url)!.replace('/embed/labs/layers/', '/embed/labs/').replace('"1.0"', '1');
  expect(missedByPrograms(frame, other)).toEqual(['version', 'html']);
});

test('what is told of each frame stands in the permanent record', () => {
  const answers = globSync('oembed/**/*.json', { cwd: 'dist' }).map((file) => `/${file}`);
  expect(answers).toHaveLength(frames.length);
  const registry = new Set(readFileSync('content/data/published.txt', 'utf8').split('\n'));
  const listed = new Set(parseLinks(readFileSync('dist/links.json', 'utf8')).links.map(({ address }) => address));
  expect(answers.filter((address) => !registry.has(address) || !listed.has(address))).toEqual([]);
});
