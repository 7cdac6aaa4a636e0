import { createRequire } from 'node:module';
import path from 'node:path';
import { openSync } from 'fontkit';
import PDFDocument from 'pdfkit';
import { locale, t } from '#model/i18n.ts';
import { buildDay } from '#shared/build-date.ts';
import { siteTitle } from '#site.ts';

const require = createRequire(path.resolve('package.json'));
const font = (name: string) => openSync(require.resolve(`@expo-google-fonts/inter/${name}.ttf`));

/** Fonts of all PDFs: those that the pictures of drawings are made with. They are opened once, since reading their tables takes as long as writing a PDF. */
const fonts = {
  regular: font('400Regular/Inter_400Regular'),
  semibold: font('600SemiBold/Inter_600SemiBold'),
  bold: font('700Bold/Inter_700Bold'),
};

/** Colour of words, and of what stands beside them. */
export const ink = '#16181d';
export const faint = '#52555c';

/** A PDF in the making. */
export type Pdf = PDFKit.PDFDocument;

/** The parts that assistive technology reads, in order. */
export type Part = PDFKit.PDFStructureElement;

/**
 * Begins a PDF without pages: tagged, with title, author and language, and dated by the build, so that two builds of one commit give the same bytes.
 * @returns the document, and its outermost part, which {@link finishPdf} closes
 */
export function beginPdf(title: string): { pdf: Pdf; root: Part } {
  const day = new Date(`${buildDay()}T00:00:00Z`);
  const pdf = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: locale,
    displayTitle: true,
    info: { Title: title, Author: t('share.author', { site: siteTitle }), CreationDate: day, ModDate: day },
  });
  for (const [name, font] of Object.entries(fonts)) {
    // A glyph keeps the letters that it first stood for, which are those of the PDF before.
    font._glyphs = {};
    pdf.registerFont(name, font);
  }
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  return { pdf, root };
}

/** Ends the PDF and gives its bytes. */
export async function finishPdf(pdf: Pdf, root: Part): Promise<Uint8Array> {
  root.end();
  const chunks: Buffer[] = [];
  const all = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  pdf.end();
  await all;
  return new Uint8Array(Buffer.concat(chunks));
}

/** Adds a part with what it shows: `H1`, `P`, `Figure` and so on, as ISO 32000 names them. */
export function addPart(pdf: Pdf, parent: Part, type: string, show: () => void, alt?: string): void {
  const part = pdf.struct(type, alt === undefined ? {} : { alt }, show);
  parent.add(part);
  part.end();
}
