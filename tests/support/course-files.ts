// A course's links in each of the forms in which courses hold them, made by code.
import { deflateSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { escapeHtml } from '#shared/html.ts';

/** The site as the course knows it. */
export const site = 'https://containers-vs-vms.example';

/** Six links that lead nowhere or to what was given up. */
export const faults = [
  '/go/isolatoin/',
  '/traits/isolation/#known-escape',
  '/concepts/hypervisor/',
  '/reference/glossary/#cgroop',
  '/d/stack-vm.svg',
  '/concepts/given-up/',
];
/** Links that moved, by where they lead now. */
export const moved: Record<string, string> = {
  '/concepts/old-name/#not-true': '/concepts/containers/#not-true',
  '/traits/isolation/#old-escapes': '/traits/known-escapes/#copy-fail',
};
const sound = [
  '/',
  '/start/at-a-glance/',
  '/traits/isolation/',
  '/traits/isolation',
  '/traits/isolation/#known-escapes',
  '/traits/isolation/index.html',
  '/traits/isolation/index.md',
  '/traits/isolation/?from=course&week=2#numbers',
  '/go/isolation/',
  '/go/isolation/#known-escapes',
  '/go/vm/',
  '/reference/glossary/#cgroup',
  '/reference/glossary/#kernel',
  '/reference/questions/',
  '/reference/misconceptions/#m-lightweight-vm',
  '/reference/numbers/#fc-boot-125ms',
  '/reference/sources/#man-namespaces',
  '/embed/stack-containers/',
  '/d/stack-containers.svg',
  '/d/stack-containers-dark.svg',
  '/d/stack-containers.png',
  '/objects.inv',
  '/links.json',
  '/teach/#licence-line',
];

/** The 33 links of the course. */
export const links = [...sound, ...faults, ...Object.keys(moved)].map((address) => site + address);
links.push(`${site}/traits/isolation/#:~:text=A%20container,kernel`);

const xml = (body: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
const anchors = (urls: readonly string[]) =>
  urls.map((url, index) => `<p><a href="${escapeHtml(url)}">Link ${index + 1}</a></p>`).join('\n');
export const html = (urls: readonly string[]) => `<!doctype html>\n<html><body>\n${anchors(urls)}\n</body></html>\n`;
export const markdown = (urls: readonly string[]) =>
  urls.map((url, index) => `- [Link ${index + 1}](${url}), with words.`).join('\n');

export const notebook = (urls: readonly string[]) =>
  JSON.stringify({
    nbformat: 4,
    metadata: {},
    cells: urls.map((url) => ({ cell_type: 'markdown', source: ['A line,\n', `then a [link](${url}).\n`] })),
  });

const relationships = (urls: readonly string[]) =>
  xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${urls
      .map(
        (url, index) =>
          `<Relationship Id="rId${index + 10}" Type="hyperlink" Target="${escapeHtml(url)}" TargetMode="External"/>`,
      )
      .join('')}</Relationships>`,
  );

export const docx = (urls: readonly string[], more: Zippable = {}) =>
  zipSync({
    '[Content_Types].xml': xml('<Types/>'),
    'word/document.xml': xml(
      `<w:document><w:body>${urls.map((_, index) => `<w:p><w:hyperlink r:id="rId${index + 10}"><w:r><w:t>Link</w:t></w:r></w:hyperlink></w:p>`).join('')}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': relationships(urls),
    ...more,
  });

/** A deck with a slide for each link; the order of the slides is not that of their files. */
export function pptx(urls: readonly string[], more: Zippable = {}): Uint8Array {
  const count = urls.length;
  const files: Zippable = {
    '[Content_Types].xml': xml('<Types/>'),
    'ppt/presentation.xml': xml(
      `<p:presentation><p:sldIdLst>${urls.map((_, index) => `<p:sldId id="${256 + index}" r:id="rId${count - index}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    ),
    'ppt/_rels/presentation.xml.rels': xml(
      `<Relationships>${urls.map((_, index) => `<Relationship Id="rId${index + 1}" Type="slide" Target="slides/slide${index + 1}.xml"/>`).join('')}</Relationships>`,
    ),
  };
  for (const [index, url] of urls.entries()) {
    files[`ppt/slides/slide${index + 1}.xml`] = xml(
      `<p:sld><a:p><a:r><a:rPr><a:hlinkClick r:id="rId10"/></a:rPr><a:t>Link</a:t></a:r></a:p></p:sld>`,
    );
    files[`ppt/slides/_rels/slide${index + 1}.xml.rels`] = relationships([url]);
  }
  return zipSync({ ...files, ...more });
}

function openDocument(kind: string, body: string): Uint8Array {
  return zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    'content.xml': xml(`<office:document-content><office:body>${body}</office:body></office:document-content>`),
    'META-INF/manifest.xml': xml('<manifest:manifest/>'),
  });
}
const odfLink = (url: string) => `<text:p><text:a xlink:href="${escapeHtml(url)}">Link</text:a></text:p>`;
export const odt = (urls: readonly string[]) => openDocument('text', urls.map(odfLink).join(''));
export const odp = (urls: readonly string[]) =>
  openDocument('presentation', urls.map((url) => `<draw:page draw:name="p">${odfLink(url)}</draw:page>`).join(''));

export const epub = (urls: readonly string[]) =>
  zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': xml('<container/>'),
    'OEBPS/chapter.xhtml': xml(`<html><body>${anchors(urls)}</body></html>`),
  });

export const imscc = (urls: readonly string[], more: Zippable = {}) =>
  zipSync({
    'imsmanifest.xml': xml('<manifest/>'),
    'page/page.html': strToU8(html(urls.slice(0, 10))),
    'question/assessment.xml': xml(
      `<mattext texttype="text/html">${escapeHtml(anchors(urls.slice(10, 20)))}</mattext>`,
    ),
    ...Object.fromEntries(
      urls
        .slice(20)
        .map((url, index) => [
          `link${index}/link.xml`,
          xml(`<webLink><title>L</title><url href="${escapeHtml(url)}"/></webLink>`),
        ]),
    ),
    ...more,
  });

/** One member of a tar archive. */
export type Member = [name: string, body: Uint8Array | string];

/** A tar archive in gzip, as Moodle writes its backups. */
export function tarGz(members: readonly Member[]): Uint8Array {
  const blocks = members.flatMap(([name, body]) => {
    const bytes = Buffer.from(body);
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write('0000644\0', 100);
    header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('0'.repeat(11), 136);
    header.write('        ', 148);
    header.write('0', 156);
    header.write('ustar\0' + '00', 257);
    header.write(
      `${header
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
    );
    return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]), { level: 1 });
}

/** A Moodle backup: pages whose HTML is escaped once, and a quiz in which it is escaped twice. */
export function mbz(urls: readonly string[], more: readonly Member[] = []): Uint8Array {
  const page = `<activity><page id="1"><content>${escapeHtml(anchors(urls.slice(0, 20)))}</content></page></activity>`;
  const quiz = `<question><questiontext>${escapeHtml(escapeHtml(anchors(urls.slice(20))))}</questiontext></question>`;
  const size = Buffer.byteLength(page);
  return tarGz([
    ['.ARCHIVE_INDEX', `Moodle archive file index. Count: 2\nactivities/page_1/page.xml\tf\t${size}\t1790000000\n`],
    ['activities/page_1/page.xml', page],
    ['questions.xml', quiz],
    ...more,
  ]);
}

/** A PDF of one page with links and words, its objects packed as programs pack them. */
export function pdf(urls: readonly string[], words: readonly string[] = []): Uint8Array {
  const packed = (dictionary: string, body: string) => {
    const bytes = deflateSync(Buffer.from(body, 'latin1'));
    return Buffer.concat([
      Buffer.from(`<<${dictionary}/Filter/FlateDecode/Length ${bytes.length}>>\nstream\n`),
      bytes,
      Buffer.from('\nendstream'),
    ]);
  };
  const text = `BT /F1 12 Tf 20 800 Td 14 TL ${words.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
  const page = 5;
  const annotations = urls.map(
    (url) => `<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(${url.replace(/[()\\]/g, '\\$&')})>>>>`,
  );
  const first = page + 1;
  const offsets = annotations.map((_, index) => annotations.slice(0, index).join(' ').length + (index > 0 ? 1 : 0));
  const numbers = offsets.map((offset, index) => `${first + index} ${offset}`).join(' ');
  const head = numbers ? `${numbers} ` : '';
  const objects: (string | Buffer)[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[5 0 R]/Count 1>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    packed('', text),
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R/Annots[${annotations.map((_, index) => `${first + index} 0 R`).join(' ')}]>>`,
    packed(`/Type/ObjStm/N ${annotations.length}/First ${head.length}`, head + annotations.join(' ')),
  ];
  // The pack of annotations has the number after theirs.
  const ids = [1, 2, 3, 4, page, first + annotations.length];
  return writePdf(objects, ids, first, annotations.length);
}

/** Puts objects one after another, with a cross-reference stream that says where each is. */
function writePdf(
  objects: readonly (string | Buffer)[],
  ids: readonly number[],
  first: number,
  inPack: number,
): Uint8Array {
  let at = 9;
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const pack = ids.at(-1)!;
  const table = new Map<number, [number, number, number]>([[0, [0, 0, 255]]]);
  for (let index = 0; index < inPack; index += 1) table.set(first + index, [2, pack, index]);
  for (const [index, body] of objects.entries()) {
    table.set(ids[index]!, [1, at, 0]);
    const part = Buffer.concat([
      Buffer.from(`${ids[index]} 0 obj\n`),
      Buffer.from(body as string),
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(part);
    at += part.length;
  }
  const own = pack + 1;
  table.set(own, [1, at, 0]);
  const rows = Buffer.alloc((own + 1) * 6);
  for (const [id, [type, where, index]] of table) {
    rows.writeUInt8(type, id * 6);
    rows.writeUInt32BE(where, id * 6 + 1);
    rows.writeUInt8(index, id * 6 + 5);
  }
  const packed = deflateSync(rows);
  parts.push(
    Buffer.from(
      `${own} 0 obj\n<</Type/XRef/Size ${own + 1}/W[1 4 1]/Root 1 0 R/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`,
    ),
    packed,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}

/** The course's links in each form, by the name of a file. */
export const forms = (urls: readonly string[] = links): Record<string, Uint8Array> => ({
  'course.md': strToU8(markdown(urls)),
  'course.html': strToU8(html(urls)),
  'course.ipynb': strToU8(notebook(urls)),
  'course.docx': docx(urls),
  'course.pptx': pptx(urls),
  'course.odt': odt(urls),
  'course.odp': odp(urls),
  'course.epub': epub(urls),
  'course.pdf': pdf(urls),
  'course.mbz': mbz(urls),
  'course.imscc': imscc(urls),
  'course.txt': strToU8(`Read ${urls.join(' and then ')}.`),
  'links.urls': strToU8(urls.join('\n')),
});
