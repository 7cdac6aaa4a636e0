import { createRequire } from 'node:module';
import path from 'node:path';
import { openSync } from 'fontkit';
import PDFDocument from 'pdfkit';
import { locale, t } from '#model/i18n.ts';
import { buildDay } from '#shared/build-date.ts';
import { siteTitle } from '#site.ts';

const require = createRequire(path.resolve('package.json'));
const font = (name: string) => openSync(require.resolve(`@expo-google-fonts/inter/${name}.ttf`));

/** Fonts of all PDFs, the same as in rendered diagrams. Opened once, because parsing their tables takes as long as writing a PDF. */
const fonts = {
  regular: font('400Regular/Inter_400Regular'),
  semibold: font('600SemiBold/Inter_600SemiBold'),
  bold: font('700Bold/Inter_700Bold'),
};

/** Text colour. */
export const ink = '#16181d';
/** Colour of secondary text. */
export const faint = '#52555c';

/** A PDF being written. */
export type Pdf = PDFKit.PDFDocument;

/** A structure element, which assistive technology reads. */
export type Part = PDFKit.PDFStructureElement;

/**
 * Creates a tagged PDF without pages, with title, author and language. Dated by the build, so that builds of the same commit are identical.
 * @returns the document, and its root element, to be closed by {@link finishPdf}
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
    // fontkit caches code points per glyph; clear the cache, or text copied from this PDF shows letters of the previous one.
    font._glyphs = {};
    pdf.registerFont(name, font);
  }
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  return { pdf, root };
}

/** Ends the PDF and returns its bytes. */
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

/**
 * Adds a structure element with its content.
 * @param type standard structure type of ISO 32000, such as `H1`, `P` or `Figure`
 * @param alt alternative text
 */
export function addPart(pdf: Pdf, parent: Part, type: string, show: () => void, alt?: string): void {
  const part = pdf.struct(type, alt === undefined ? {} : { alt }, show);
  parent.add(part);
  part.end();
}
