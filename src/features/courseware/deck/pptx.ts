import PptxGen from 'pptxgenjs';
import { strFromU8, unzipSync } from 'fflate';
import { readDiagram, slideSize, tightSlideSvg } from '#features/diagrams/index.ts';
import { drawingAddress } from '#model/collections.ts';
import { t } from '#model/i18n.ts';
import type { At } from '#model/model.ts';
import { buildDay } from '#shared/build-date.ts';
import { toPng } from '#shared/png.ts';
import { zipOf } from '#shared/zip.ts';
import { siteTitle } from '#site.ts';
import { layoutOf, layouts, margin, pictureBox, saysSize, slideInches } from './layout.ts';
import type { FullDeck } from './read.ts';
import { creditLine } from '../address.ts';
import { slideText } from './site-decks.ts';

const ink = '16181D';
const font = 'Arial';

/** Renders the picture of a slide. Call it early to start rendering in advance. */
export const picturePng = (diagram: string, at: At) =>
  toPng(tightSlideSvg(readDiagram(diagram), 'light', at(drawingAddress(diagram))), slideSize[0]);

/** Makes the file reproducible by replacing timestamps in its parts with the day of the build. */
function steady(file: Uint8Array): Uint8Array {
  const stamp = `${buildDay()}T00:00:00Z`;
  const parts = Object.entries(unzipSync(file)).map(([name, data]): [string, string | Uint8Array] => [
    name,
    name === 'docProps/core.xml' ? strFromU8(data).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, stamp) : data,
  ]);
  return zipOf(new Map(parts));
}

type File = InstanceType<typeof PptxGen>;

/** Text options shared by all slides. */
const words = { color: ink, fontFace: font };
const line = { x: margin, w: slideInches.width - 2 * margin };

/** Adds a slide with text, picture and short link, and its sources in the notes. */
async function addSlide(file: File, one: FullDeck['slides'][number], at: At): Promise<void> {
  const { says, diagram, spoken, notes } = slideText(one, at);
  const png = Buffer.from(await picturePng(diagram, at)).toString('base64');
  const slide = file.addSlide();
  const drawing = readDiagram(diagram);
  const layout = layoutOf(drawing.slide);
  const place = layouts[layout];
  const fontSize = saysSize(layout, says);
  slide.addText(says, { ...place.says, ...words, fontSize, bold: true, valign: 'top', fit: 'shrink' });
  slide.addImage({ ...pictureBox(drawing.slide), data: `image/png;base64,${png}`, altText: drawing.accDescr });
  const hyperlink = { url: `https://${spoken}` };
  slide.addText(spoken, { ...place.spoken, ...words, fontSize: 18, align: place.align, valign: 'bottom', hyperlink });
  slide.addNotes(notes.join('\n'));
}

/** A deck for PowerPoint, Impress and Keynote: text, picture and short link on each slide, sources in its notes. */
export async function deckPptx(deck: FullDeck, at: At): Promise<Uint8Array> {
  const file = new PptxGen();
  file.layout = 'LAYOUT_WIDE';
  file.title = deck.title;
  file.author = t('share.author', { site: siteTitle });
  file.company = siteTitle;
  const opening = file.addSlide();
  opening.addText(deck.title, { ...line, ...words, y: 2.6, h: 1.4, fontSize: 44, bold: true });
  opening.addText(siteTitle, { ...line, ...words, y: 4, h: 0.6, fontSize: 24 });
  opening.addNotes(t('deck.follows', { address: at(deck.page) }));
  for (const one of deck.slides) await addSlide(file, one, at);
  file.addSlide().addText(creditLine(at), { ...line, ...words, y: 3, h: 1.5, fontSize: 24 });
  return steady(new Uint8Array((await file.write({ outputType: 'arraybuffer' })) as ArrayBuffer));
}
