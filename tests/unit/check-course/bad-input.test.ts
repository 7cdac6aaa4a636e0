import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bytesSource, checkFile, notesOf, type Source } from '#features/check-course/index.ts';
import { Budget, totalLimit } from '#features/check-course/core/limits.ts';
import { crc32 } from '#features/check-course/core/crc32.ts';
import { docx, forms, imscc, links, mbz, pdf, pptx, site, tarGz } from '../../support/course-files.ts';
import { courseIndex } from '../../support/course-index.ts';
import { t } from '../../../tools/check-course/words.ts';

const index = courseIndex();
const read = (name: string, body: Uint8Array | Source) =>
  checkFile(name, body instanceof Uint8Array ? bytesSource(body) : body, { index });
/** What is said of a file that is not read. */
const said = async (name: string, body: Uint8Array | Source) => notesOf(await read(name, body), t);

const deck = pptx(links);
/** A copy of a zip file with a field of each directory entry changed. */
function changed(zip: Uint8Array, at: number, value: number): Uint8Array {
  const copy = Buffer.from(zip);
  for (let entry = copy.indexOf('PK\x01\x02'); entry >= 0; entry = copy.indexOf('PK\x01\x02', entry + 4))
    copy.writeUInt16LE(value, entry + at);
  return copy;
}
const cut = (bytes: Uint8Array, share = 0.6) => bytes.subarray(0, Math.floor(bytes.length * share));
const compound = (words: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1016),
    Buffer.from(words, 'utf16le'),
    Buffer.alloc(1024),
  ]);
const zeros = (mebi: number) => new Uint8Array(mebi * 1024 * 1024).fill(32);

/** A PDF that asks for a password. */
function lockedPdf(): Uint8Array {
  const text = Buffer.from(pdf(links)).toString('latin1');
  const lock = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(${'o'.repeat(32)})/U(${'u'.repeat(32)})>>/ID[(a)(a)]`;
  return Buffer.from(text.replace('/W[1 4 1]', `/W[1 4 1]${lock}`), 'latin1');
}

/** A PDF with one more stream. */
function pdfWith(dictionary: string, stream: Uint8Array): Uint8Array {
  const [start, end] = [Buffer.from(`99 0 obj\n<<${dictionary}>>\nstream\n`), Buffer.from('\nendstream\nendobj\n')];
  const whole = Buffer.from(pdf(links));
  const at = whole.lastIndexOf('startxref');
  return Buffer.concat([whole.subarray(0, at), start, stream, end, whole.subarray(at)]);
}

describe('a file that cannot be read has a line that says why and what to do', () => {
  const password = 'is protected by a password. Save a copy without one, and check that.';
  const cutOff = 'is cut off: its end is missing. Download or save it again.';
  const odf = (more: Record<string, Uint8Array>) =>
    zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<x/>'), ...more });
  const lockedOdt = odf({
    'META-INF/manifest.xml': strToU8('<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'),
  });
  const lockedBook = odf({ 'META-INF/encryption.xml': strToU8('<enc:CipherReference URI="OEBPS/chapter.xhtml"/>') });
  test.each<[string, string, Uint8Array, string]>([
    ['an empty file', 'a.md', new Uint8Array(), 'is empty.'],
    ['a zip with a password', 'a.pptx', changed(deck, 8, 1), password],
    ['an Office file with a password', 'a.docx', compound('EncryptedPackage'), password],
    ['an OpenDocument file with a password', 'a.odt', lockedOdt, password],
    ['a book that is locked', 'a.epub', lockedBook, password],
    ['a PDF with a password', 'a.pdf', lockedPdf(), password],
    [
      'an old Office file',
      'a.ppt',
      compound('PowerPoint Document'),
      'is in the form that Office had before 2007. Save it as .docx, .pptx or .xlsx, and check that.',
    ],
    ['a deck that is cut off', 'a.pptx', cut(deck), cutOff],
    ['a PDF that is cut off', 'a.pdf', cut(pdf(links)), cutOff],
    [
      'a course that is cut off',
      'a.mbz',
      cut(mbz(links)),
      'is damaged or cut off at gzip. Save it again, or take it from a backup.',
    ],
    [
      'a notebook that is cut off',
      'a.ipynb',
      cut(forms()['course.ipynb']!),
      'is damaged or cut off at a.ipynb. Save it again, or take it from a backup.',
    ],
    [
      'a deck whose bytes are not what was packed',
      'a.pptx',
      changed(deck, 16, 7),
      'is damaged or cut off at ppt/_rels/presentation.xml.rels. Save it again, or take it from a backup.',
    ],
    [
      'an unusual packing',
      'a.pptx',
      changed(deck, 10, 12),
      'has a part packed in an unusual way, ppt/_rels/presentation.xml.rels. Pack it again with an ordinary zip program.',
    ],
    [
      'a web page named as a deck',
      'a.pptx',
      forms()['course.html']!,
      'is named .pptx, but it holds plain text. Save it again in the form that its name says.',
    ],
    [
      'a PDF named as a notebook',
      'a.ipynb',
      pdf(links),
      'is named .ipynb, but it holds a PDF. Save it again in the form that its name says.',
    ],
    [
      'a deck named as a PDF',
      'a.pdf',
      deck,
      'is named .pdf, but it holds a zip file. Save it again in the form that its name says.',
    ],
    [
      'a picture named as text',
      'a.txt',
      Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'),
      'is named .txt, but it holds a picture, a film or a program. Save it again in the form that its name says.',
    ],
    [
      'a picture',
      'a',
      Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'),
      'holds no text that can be read: it is a picture, a film, a program or in a form that is not known here.',
    ],
  ])('%s', async (_, name, body, why) => {
    expect(await said(name, body)).toEqual([`${name} ${why}`]);
    expect((await read(name, body)).lines).toEqual([]);
  });
  test('gzip of something else', async () => {
    const { gzipSync } = await import('node:zlib');
    expect(await said('a.mbz', gzipSync(Buffer.alloc(2048, 'x')))).toEqual([
      'a.mbz is packed with gzip, but what is in it is not a tar archive.',
    ]);
  });
  test('a text of gigabytes, of which only the beginning and the end are looked at', async () => {
    let read = 0;
    const slice = (start: number, end: number) => {
      read += end - start;
      return Promise.resolve(new Uint8Array(end - start).fill(32));
    };
    const huge: Source = {
      size: 5e9,
      slice,
      stream: () => {
        throw new Error('read as a whole');
      },
    };
    expect(await said('a.txt', huge)).toEqual(['a.txt is larger than 64 MiB. Check it in pieces.']);
    expect(read).toBeLessThan(200_000);
  });
});

describe('what unpacks to too much is not unpacked', () => {
  const bomb = (where: string, limit = 64) =>
    `unpacks to more than ${limit} MiB at ${where}, so the rest of it was not unpacked.`;
  test('in a part that says how large it is', async () => {
    const body = zipSync({ 'a.xml': [zeros(65), { level: 1 }] });
    expect(await said('a.zip', body)).toEqual([`a.zip ${bomb('a.xml')}`]);
  });
  test('in a part that says less', async () => {
    const body = zipSync({ 'a.xml': [zeros(65), { level: 1 }] });
    const copy = Buffer.from(body);
    copy.writeUInt32LE(100, copy.indexOf('PK\x01\x02') + 24);
    expect(await said('a.zip', copy)).toEqual([`a.zip ${bomb('a.xml')}`]);
  });
  test('in a course, in files that are passed over', async () => {
    const body = tarGz([['films/a.mp4', zeros(90)]]);
    expect((await said('a.mbz', body))[0]).toMatch(/^a\.mbz unpacks to more than \d+ MiB at tar,/);
  });
  test('in a PDF', async () => {
    const stream = deflateSync(zeros(65), { level: 1 });
    expect(await said('a.pdf', pdfWith(`/Filter/FlateDecode/Length ${stream.length}`, stream))).toEqual([
      `a.pdf ${bomb('stream')}`,
    ]);
    const twice = deflateSync(stream);
    expect(await said('a.pdf', pdfWith('/Filter[/FlateDecode/FlateDecode]', twice))).toEqual([
      `a.pdf ${bomb('stream')}`,
    ]);
  });
  test('in all parts together', () => {
    const budget = new Budget();
    budget.take(totalLimit, 'a');
    expect(() => budget.take(1, 'b')).toThrow('bomb');
  });
  test('in archives inside of archives', async () => {
    let body = docx(links);
    for (const name of ['a.zip', 'b.zip', 'c.zip', 'd.zip']) body = zipSync({ [name]: body });
    expect(await said('e.zip', body)).toEqual([
      'e.zip: d.zip: c.zip: b.zip: a.zip is a document inside of 3 others. Take it out and check it by itself.',
    ]);
  });
});

describe('a document inside of a course', () => {
  const hash = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';
  const list = `<files><file id="1"><contenthash>${hash}</contenthash><filename>deck.pptx</filename></file></files>`;
  const stored = (body: Uint8Array) =>
    mbz(
      [`${site}/go/vm/`],
      [
        [`files/da/${hash}`, body],
        ['files.xml', list],
      ],
    );
  test('is read, and named as its teacher named it', async () => {
    const { lines, troubles } = await read('c.mbz', stored(pptx([`${site}/go/isolatoin/`])));
    expect(troubles).toEqual([]);
    expect(lines).toMatchObject([
      { url: `${site}/go/isolatoin/`, state: 'unknown', places: [{ kind: 'slide', value: 1, inside: ['deck.pptx'] }] },
      { url: `${site}/go/vm/`, state: 'works' },
    ]);
  });
  test('that cannot be read leaves the rest as it is', async () => {
    const report = await read('c.mbz', stored(changed(deck, 8, 1)));
    expect(report.lines).toMatchObject([{ url: `${site}/go/vm/`, state: 'works' }]);
    expect(notesOf(report, t)).toEqual([
      'c.mbz: deck.pptx is protected by a password. Save a copy without one, and check that.',
    ]);
  });
  test('is read in a cartridge too, packed or not', async () => {
    const more = {
      'res/a.pptx': pptx([links[0]!]),
      'res/b.pdf': [pdf([links[1]!]), { level: 0 }] as [Uint8Array, { level: 0 }],
      'res/c.png': zeros(1),
    };
    const { lines } = await read('c.imscc', imscc([], more));
    expect(lines.flatMap(({ places }) => places.flatMap(({ inside }) => inside))).toEqual(['res/a.pptx', 'res/b.pdf']);
  });
});

test('the checksum is that of zip', () => {
  // The check value that the catalogue of CRC algorithms gives for "123456789".
  expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
});
