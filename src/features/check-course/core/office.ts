import type { Place } from './part.ts';
import { decodeText } from './texts.ts';
import { Trouble } from './trouble.ts';
import type { ZipEntry } from './zip.ts';

type Read = (entry: ZipEntry) => Promise<Uint8Array>;

/** Kind of a package, which decides how places in it are named. */
export function packageKind(entries: readonly ZipEntry[]): string {
  const has = (name: string) => entries.some((entry) => entry.name === name);
  if (has('ppt/presentation.xml')) return 'slides';
  if (has('word/document.xml')) return 'words';
  return has('META-INF/manifest.xml') && has('content.xml') ? 'open-document' : 'package';
}

/**
 * Rejects password-protected OpenDocument files and encrypted e-books, both of which are ordinary zip files.
 * @throws a {@link Trouble} if the package is one
 */
export async function refuseEncrypted(entries: readonly ZipEntry[], read: Read): Promise<void> {
  const find = (name: string) => entries.find((entry) => entry.name === name);
  const manifest = find('META-INF/manifest.xml');
  if (manifest && /<manifest:encryption-data\b/.test(decodeText(await read(manifest)))) throw new Trouble('encrypted');
  const locks = find('META-INF/encryption.xml');
  // An e-book may obfuscate its fonts only, which leaves the text readable.
  if (locks && /CipherReference[^>]*\.(?:x?html?|opf)"/i.test(decodeText(await read(locks))))
    throw new Trouble('encrypted');
}

const relationships = (text: string) =>
  new Map(
    [...text.matchAll(/<Relationship\b[^>]*>/g)].flatMap(([tag]): [string, string][] => {
      const [id, target] = [/\bId="([^"]*)"/.exec(tag)?.[1], /\bTarget="([^"]*)"/.exec(tag)?.[1]];
      return id && target ? [[id, target.replace(/^\/ppt\//, '')]] : [];
    }),
  );

/** Slide numbers as an audience counts them, by part name. The order is in the presentation, not in the file names. */
export async function slideNumbers(entries: readonly ZipEntry[], read: Read): Promise<Map<string, number>> {
  const text = async (name: string) => {
    const entry = entries.find((one) => one.name === name);
    return entry ? decodeText(await read(entry)) : '';
  };
  const targets = relationships(await text('ppt/_rels/presentation.xml.rels'));
  const list = /<p:sldIdLst>([\s\S]*?)<\/p:sldIdLst>/.exec(await text('ppt/presentation.xml'))?.[1] ?? '';
  const order = [...list.matchAll(/\br:id="([^"]*)"/g)].map(([, id]) => targets.get(id!));
  return new Map(order.flatMap((target, index): [string, number][] => (target ? [[`ppt/${target}`, index + 1]] : [])));
}

/** Where a part of a package is, in terms that its author knows. */
export function placeIn(
  kind: string,
  name: string,
  numbers: ReadonlyMap<string, number>,
): Pick<Place, 'kind' | 'value'> {
  const slide = /^ppt\/(slides|notesSlides)\/(?:_rels\/)?(?:slide|notesSlide)(\d+)\.xml(?:\.rels)?$/.exec(name);
  if (kind !== 'slides' || !slide) return { kind: 'part', value: name };
  const [, folder, number] = slide;
  if (folder === 'notesSlides') return { kind: 'notes', value: Number(number) };
  return { kind: 'slide', value: numbers.get(`ppt/slides/slide${number}.xml`) ?? Number(number) };
}

/** Splits an OpenDocument presentation into slides, which are all in one part; other parts stay whole. */
export function splitSlides(kind: string, name: string, text: string): { text: string; slide?: number }[] {
  if (kind !== 'open-document' || name !== 'content.xml' || !text.includes('<draw:page ')) return [{ text }];
  const [before = '', ...slides] = text.split(/(?=<draw:page )/);
  return [{ text: before }, ...slides.map((one, index) => ({ text: one, slide: index + 1 }))];
}
