import { encode } from 'uqr';
import { readDiagram, standaloneSvg } from '#features/diagrams/index.ts';
import { drawingAddress } from '#model/collections.ts';
import { t } from '#model/i18n.ts';
import { pageWords, siteModel, type At } from '#model/model.ts';
import { answersOf, quizSectionPage, sectionOfItem } from '#model/quiz.ts';
import { plainText } from '#shared/inline-markdown.ts';
import { siteTitle } from '#site.ts';
import { creditLine, shortAddress, spoken, withoutProtocol } from '../address.ts';
import { addPart, beginPdf, faint, finishPdf, ink, type Part, type Pdf } from '../pdf/document.ts';
import { drawSvg } from '../pdf/drawing.ts';
import { handoutsFile, type Handout } from './read.ts';
import { papers, type Paper } from './site-handouts.ts';

const margin = 36;
const gap = 20;
/** Height of the diagram's area, in points. */
const drawn = 150;
/** Side of the QR code in the footer, in points. */
const code = 58;

/** The sheet, filled from the top: everything is written at `y` and advances it. */
interface Sheet {
  /** The document. */
  pdf: Pdf;
  /** Structure element that content is added to. */
  root: Part;
  /** Usable width, in points. */
  wide: number;
  /** Vertical position for the next content, in points. */
  y: number;
}

/** Text style: font, size in points, colour. */
interface Look {
  font?: 'regular' | 'semibold' | 'bold';
  size: number;
  colour?: string;
}

/** Writes text in a column. Returns its bottom edge. */
function write(
  sheet: Sheet,
  type: string,
  words: string,
  look: Look,
  x = margin,
  y = sheet.y,
  width = sheet.wide,
): number {
  const { pdf, root } = sheet;
  pdf.font(look.font ?? 'regular').fontSize(look.size);
  addPart(pdf, root, type, () => void pdf.fillColor(look.colour ?? ink).text(words, x, y, { width }));
  return pdf.y;
}

/** An entry of the list: a page or a trait, with its description. */
interface Entry {
  /** Title of the page, or name of the trait. */
  title: string;
  /** Address as it is typed, without protocol. */
  link: string;
  /** Descriptive lines below the title; may be empty. */
  lines: string[];
}

function entriesOf({ pages, traits }: Handout, at: At): Entry[] {
  const { data } = siteModel();
  if (traits)
    return data.traits.map(({ name, page, container, vm }) => ({
      title: name,
      link: spoken(page, at),
      lines: [
        t('handout.containers', { sentence: plainText(container.sentence) }),
        t('handout.vms', { sentence: plainText(vm.sentence) }),
      ],
    }));
  return pages.map((page) => {
    const { title, description } = pageWords(page);
    // Generated pages have no description.
    return { title, link: spoken(page, at), lines: description === '' ? [] : [description] };
  });
}

/** Writes the entries in two columns, row by row, so that reading across keeps their order. */
function writeEntries(sheet: Sheet, entries: readonly Entry[]): void {
  const width = (sheet.wide - gap) / 2;
  for (let row = 0; row < entries.length; row += 2) {
    const ends = entries.slice(row, row + 2).map(({ title, link, lines }, column) => {
      const x = margin + column * (width + gap);
      let y = write(sheet, 'H3', title, { font: 'semibold', size: 8.5 }, x, sheet.y, width);
      for (const line of lines) y = write(sheet, 'P', line, { size: 7.5 }, x, y, width);
      return write(sheet, 'P', link, { size: 7, colour: faint }, x, y, width);
    });
    sheet.y = Math.max(...ends) + 4;
  }
}

/** Writes the questions, with a checkbox before each answer. */
function writeQuestions(sheet: Sheet, { ask }: Handout): void {
  const { pdf, root } = sheet;
  const items = ask.map((id) => siteModel().data.quiz.find((one) => one.id === id)!);
  const width = (sheet.wide - gap) / 2;
  const box = 7;
  for (const [index, item] of items.entries()) {
    sheet.y =
      write(sheet, 'H3', t('text.numbered', { number: index + 1, text: plainText(item.ask) }), {
        font: 'semibold',
        size: 8.5,
      }) + 2;
    const answers = answersOf(item);
    for (let row = 0; row < answers.length; row += 2) {
      const ends = answers.slice(row, row + 2).map(({ letter, text }, column) => {
        const x = margin + column * (width + gap);
        addPart(
          pdf,
          root,
          'Figure',
          () =>
            void pdf
              .undash()
              .lineWidth(0.7)
              .rect(x, sheet.y + 1, box, box)
              .stroke(faint),
          t('handout.box', { letter }),
        );
        return write(sheet, 'P', `${letter}  ${plainText(text)}`, { size: 8 }, x + box + 5, sheet.y, width - box - 5);
      });
      sheet.y = Math.max(...ends) + 1;
    }
    sheet.y += 4;
  }
}

/** Draws the address of the section as a QR code. */
function drawCode(pdf: Pdf, url: string, x: number, y: number): void {
  const { data } = encode(url, { ecc: 'M', border: 0 });
  const side = code / data.length;
  for (const [row, cells] of data.entries())
    for (const [column, dark] of cells.entries()) if (dark) pdf.rect(x + column * side, y + row * side, side, side);
  pdf.fill(ink);
}

/** Writes the footer: where the answers are, author and licence, and the QR code. Returns its top edge. */
function writeFoot(sheet: Sheet, handout: Handout, high: number, at: At): number {
  const { pdf, root, wide } = sheet;
  const top = high - margin - code;
  const section = sectionOfItem(siteModel().data.quiz.find(({ id }) => id === handout.ask[0])!)!;
  const width = wide - code - gap;
  const url = shortAddress(handout.page, at);
  const answers = withoutProtocol(at(quizSectionPage(section)));
  let y = write(sheet, 'P', t('handout.answers', { address: answers }), { size: 8 }, margin, top, width);
  y = write(sheet, 'P', t('handout.more', { address: spoken(handout.page, at) }), { size: 8 }, margin, y + 2, width);
  write(sheet, 'P', creditLine(at), { size: 7, colour: faint }, margin, y + 2, width);
  const alt = t('share.qrOf', { url });
  addPart(pdf, root, 'Figure', () => drawCode(pdf, url, margin + wide - code, top), alt);
  return top;
}

/** Heights to try for the diagram, relative to the usual one: it shrinks if the text is longer in another language. */
const heights = [1, 0.8, 0.65];

/**
 * A handout as a single-page PDF.
 * @throws with a suggested fix if the content does not fit on one page
 */
export async function handoutPdf(handout: Handout, paper: Paper, at: At): Promise<Uint8Array> {
  for (const part of heights) {
    const sheet = writeSheet(handout, paper, at, drawn * part);
    if (sheet) return finishPdf(sheet.pdf, sheet.root);
  }
  throw new Error(
    `${handoutsFile}: the handout "${handout.id}" is too long for a sheet of ${paper}. Take a question away, or shorten its sentence.`,
  );
}

/** Lays out the sheet with a diagram of this height in points; `undefined` if the content does not fit. */
function writeSheet(handout: Handout, paper: Paper, at: At, height: number): Sheet | undefined {
  const size: [number, number] = [...papers[paper]];
  const { title } = pageWords(handout.page);
  const { pdf, root } = beginPdf(title);
  // PDFKit adds a page when text overflows.
  let sheets = 0;
  pdf.on('pageAdded', () => (sheets += 1));
  pdf.addPage({ size, margin: 0 });
  const sheet: Sheet = { pdf, root, wide: size[0] - 2 * margin, y: margin };
  sheet.y = write(sheet, 'P', siteTitle, { size: 8, colour: faint });
  sheet.y = write(sheet, 'H1', title, { font: 'bold', size: 20 }) + 2;
  sheet.y = write(sheet, 'P', plainText(handout.says), { size: 10.5 }) + 8;
  const drawing = readDiagram(handout.diagram);
  const svg = standaloneSvg({ ...drawing, svg: drawing.slide }, 'transparent', at(drawingAddress(handout.diagram)));
  const place = { x: margin, y: sheet.y, width: sheet.wide, height };
  addPart(pdf, root, 'Figure', () => void drawSvg(pdf, svg, place), drawing.accDescr);
  sheet.y += height + 8;
  writeEntries(sheet, entriesOf(handout, at));
  sheet.y = write(sheet, 'H2', t('handout.questions'), { font: 'semibold', size: 11 }, margin, sheet.y + 4) + 2;
  writeQuestions(sheet, handout);
  const foot = writeFoot(sheet, handout, size[1], at);
  return sheets > 1 || sheet.y > foot ? undefined : sheet;
}
