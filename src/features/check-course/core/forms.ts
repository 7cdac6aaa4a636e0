import { Trouble } from './trouble.ts';

/** Kind of a file, detected from its first bytes. */
export type Kind = 'text' | 'zip' | 'gzip' | 'pdf' | 'cfb' | 'media' | 'empty';

/** How to parse a text. */
export type TextForm = 'text' | 'markup' | 'notebook' | 'json';

const lists: Record<string, string> = {
  text: 'md markdown mdx qmd rmd txt text urls rst adoc org tex csv tsv gift typ yml yaml toml js ts css bib srt vtt',
  markup: 'html htm xhtml xml svg opf ncx rels vml opml qti dita ditamap',
  zip: 'docx docm dotx pptx pptm ppsx potx xlsx xlsm odt odp ods odg ott otp epub imscc h5p zip thmx',
  gzip: 'gz tgz',
  pdf: 'pdf',
  cfb: 'doc ppt xls pps pot dot msg',
  media:
    'png jpg jpeg gif webp avif heic bmp ico tif tiff emf wmf wdp mp3 mp4 m4a m4v mov avi webm ogg oga ogv wav flac wmv mpg mpeg mkv ttf otf woff woff2 odttf fntdata eot bin dat xlsb sqlite anki2 exe dll so wasm psd ai key numbers pages',
};
const byExtension = new Map(
  Object.entries(lists).flatMap(([kind, names]) => names.split(' ').map((name): [string, string] => [name, kind])),
);

/** The extension of a file name, in lower case and without the dot; empty if there is none. */
export const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]!.toLowerCase() ?? '';

/** The kind that a file name promises: a key of {@link lists}, or undefined. */
export const promised = (name: string): string | undefined => byExtension.get(extensionOf(name));

/** Whether a file in a folder is checked. */
export const isCourseFile = (name: string): boolean =>
  !['media', undefined].includes(promised(name)) || ['ipynb', 'mbz', 'json'].includes(extensionOf(name));

const starts = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);

/**
 * Detects the kind of a file.
 * @param head its first bytes, at least 1 KiB if it has as many
 */
export function kindOf(head: Uint8Array): Kind {
  if (head.length === 0) return 'empty';
  if (starts(head, 0x50, 0x4b, 3, 4) || starts(head, 0x50, 0x4b, 5, 6)) return 'zip';
  if (starts(head, 0x1f, 0x8b)) return 'gzip';
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) return 'cfb';
  // PDF readers accept the signature anywhere in the first KiB.
  if (new TextDecoder('latin1').decode(head.subarray(0, 1024)).includes('%PDF-')) return 'pdf';
  const wide = starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff);
  return !wide && head.includes(0) ? 'media' : 'text';
}

/** Kinds that a file with this extension may have; undefined for unknown extensions. */
function expected(name: string): Kind[] | undefined {
  if (extensionOf(name) === 'mbz') return ['gzip', 'zip'];
  if (['ipynb', 'json'].includes(extensionOf(name))) return ['text'];
  const kind = promised(name);
  if (kind === undefined) return undefined;
  return kind === 'markup' ? ['text'] : [kind as Kind];
}

/**
 * Detects the kind of a file and checks that it is what its name promises.
 * @param head its first bytes, at least 1 KiB if it has as many
 * @param tail its last bytes, where encrypted Office files name their content
 * @throws a {@link Trouble} if it is not, or cannot be read
 */
export function checkKind(name: string, head: Uint8Array, tail: Uint8Array): Kind {
  const kind = kindOf(head);
  if (kind === 'empty') throw new Trouble('empty');
  if (kind === 'cfb') {
    const wide = new TextDecoder('utf-16le');
    const names = wide.decode(head.subarray(0, head.length & ~1)) + wide.decode(tail.subarray(0, tail.length & ~1));
    throw new Trouble(names.includes('EncryptedPackage') ? 'encrypted' : 'oldOffice');
  }
  const wanted = expected(name);
  if (wanted && !wanted.includes(kind)) throw new Trouble('notWhatItSays', { ending: `.${extensionOf(name)}`, kind });
  if (kind === 'media') throw new Trouble('noText');
  return kind;
}

/** How to parse the text of a file or a part, from its name and its first characters. */
export function textForm(name: string, text: string): TextForm {
  const ending = extensionOf(name);
  if (ending === 'ipynb') return 'notebook';
  if (ending === 'json') return 'json';
  if (promised(name) === 'markup') return 'markup';
  return promised(name) === undefined && /^\s*<(?:[?!]|html|svg)/i.test(text.slice(0, 500)) ? 'markup' : 'text';
}

/** Name of a corrected copy: `slides.pptx` becomes `slides.fixed.pptx`. */
export const fixedName = (name: string): string => name.replace(/((?:\.tar)?\.[a-z0-9]{1,8})?$/i, '.fixed$1');

/** Whether a file is a corrected copy, which the check of a folder skips. */
export const isFixed = (name: string): boolean => /\.fixed(?:\.[a-z0-9]{1,8})?$/i.test(name);
