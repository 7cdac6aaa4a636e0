import { readDiagram, tightSlideSvg } from '#features/diagrams/index.ts';
import { drawingAddress } from '#model/collections.ts';
import { t } from '#model/i18n.ts';
import type { At } from '#model/model.ts';
import { siteTitle } from '#site.ts';
import { addPart, beginPdf, faint, finishPdf, ink, type Part, type Pdf } from '../pdf/document.ts';
import { drawSvg } from '../pdf/drawing.ts';
import { inch, layoutOf, layouts, margin, saysSize, slideInches, type Box } from './layout.ts';
import type { FullDeck } from './read.ts';
import { creditLine } from '../address.ts';
import { slideText, type SlideText } from './site-decks.ts';

const size: [number, number] = [slideInches.width * inch, slideInches.height * inch];
const edge = margin * inch;
const wide = size[0] - 2 * edge;

const addPage = (pdf: Pdf) => pdf.addPage({ size, margin: 0 });

/** Writes one or more lines of text at a height, across the width of the slide. */
function write(pdf: Pdf, words: string, y: number, fontSize: number, font = 'bold') {
  pdf.font(font).fontSize(fontSize).fillColor(ink);
  pdf.text(words, edge, y, { width: wide });
}

/** Converts a layout box to points. */
const points = ({ x, y, w, h }: Box) => ({ x: x * inch, y: y * inch, width: w * inch, height: h * inch });

function addSlide(pdf: Pdf, root: Part, { says, diagram, spoken }: SlideText, at: At): void {
  addPage(pdf);
  const drawing = readDiagram(diagram);
  const layout = layoutOf(drawing.slide);
  const place = layouts[layout];
  const { width, ...head } = points(place.says);
  addPart(pdf, root, 'H2', () => {
    pdf.font('bold').fontSize(saysSize(layout, says)).fillColor(ink).text(says, head.x, head.y, { width });
  });
  const svg = tightSlideSvg(drawing, 'transparent', at(drawingAddress(diagram)));
  addPart(pdf, root, 'Figure', () => void drawSvg(pdf, svg, points(place.picture)), drawing.accDescr);
  const foot = points(place.spoken);
  addPart(pdf, root, 'P', () => {
    pdf.font('regular').fontSize(18).fillColor(ink);
    const options = { width: foot.width, align: place.align, link: `https://${spoken}` };
    const high = pdf.heightOfString(spoken, options);
    pdf.text(spoken, foot.x, foot.y + foot.height - high, options);
  });
}

/** Adds the speaker notes after the slides, because a PDF has no notes. */
function addNotes(pdf: Pdf, root: Part, slides: readonly SlideText[]): void {
  addPage(pdf);
  addPart(pdf, root, 'H2', () => write(pdf, t('deck.notes'), edge, 24));
  let y = edge + 44;
  for (const [index, { says, notes }] of slides.entries()) {
    const head = t('text.numbered', { number: index + 1, text: says });
    pdf.font('regular').fontSize(11);
    const high = 18 + notes.reduce((sum, note) => sum + pdf.heightOfString(note, { width: wide }) + 1, 0);
    if (y + high > size[1] - edge) {
      addPage(pdf);
      y = edge;
    }
    addPart(pdf, root, 'H3', () => write(pdf, head, y, 12, 'semibold'));
    y = pdf.y + 2;
    for (const note of notes) {
      addPart(pdf, root, 'P', () => {
        pdf.font('regular').fontSize(11).fillColor(faint);
        pdf.text(note, edge, y, { width: wide });
      });
      y = pdf.y + 1;
    }
    y += 8;
  }
}

/** A deck to show or print without presentation software. Diagrams are vector graphics with real text, and the notes are at the end. */
export async function deckPdf(deck: FullDeck, at: At): Promise<Uint8Array> {
  const { pdf, root } = beginPdf(deck.title);
  const slides = deck.slides.map((one) => slideText(one, at));
  addPage(pdf);
  addPart(pdf, root, 'H1', () => write(pdf, deck.title, 2.6 * inch, 44));
  addPart(pdf, root, 'P', () => write(pdf, siteTitle, 4.2 * inch, 24, 'regular'));
  for (const one of slides) addSlide(pdf, root, one, at);
  addNotes(pdf, root, slides);
  addPage(pdf);
  addPart(pdf, root, 'P', () => write(pdf, creditLine(at), 3 * inch, 24, 'regular'));
  return finishPdf(pdf, root);
}
