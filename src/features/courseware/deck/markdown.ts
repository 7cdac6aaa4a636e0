import type { At } from '#model/model.ts';
import { siteTitle } from '#site.ts';
import { readDiagram, tightView } from '#features/diagrams/index.ts';
import { t } from '#model/i18n.ts';
import { escapeHtml } from '#shared/html.ts';
import { creditLine } from '../address.ts';
import { layoutOf, layouts, saysSize, saysSizes, slideInches, type Box, type Layout } from './layout.ts';
import { slideText, type SlideText } from './site-decks.ts';
import type { FullDeck } from './read.ts';

/** Program that a Markdown deck is for. */
type Form = 'marp' | 'reveal';

const layoutNames = Object.keys(layouts) as Layout[];

/** Address of a slide's picture. */
const pictureAddress = (diagram: string, at: At) => `${at(`/d/${diagram}-slide-transparent.svg`)}${tightView}`;

/** CSS position of a box in Marp, whose inches are those of the layout. */
const placed = ({ x, y, w, h }: Box) => `position: absolute; left: ${x}in; top: ${y}in; width: ${w}in; height: ${h}in`;

/** Styles of a layout in Marp. */
const marpLayout = (layout: Layout): string[] => {
  const { says, picture, spoken, align } = layouts[layout];
  return [
    `  section.${layout} h2 { ${placed(says)}; }`,
    `  section.${layout} p { ${placed(picture)}; }`,
    `  section.${layout} footer { ${placed(spoken)}; right: auto; bottom: auto; align-content: end; text-align: ${align}; }`,
  ];
};

/** Front matter for Marp, which positions text and picture as in the other formats. https://marpit.marp.app/directives */
const marpHead = (title: string) =>
  [
    '---',
    'marp: true',
    'theme: default',
    'size: 16:9',
    `title: ${JSON.stringify(title)}`,
    'style: |',
    '  section h2, section p, section footer { margin: 0; padding: 0; overflow-wrap: break-word; }',
    '  section img { width: 100%; height: 100%; background: none; }',
    '  section footer { font-size: 18pt; line-height: 1.2; }',
    ...saysSizes.map((size) => `  section.size-${size} h2 { font-size: ${size}pt; }`),
    ...layoutNames.flatMap(marpLayout),
    '---',
    '',
  ].join('\n');

const percent = (part: number, whole: number) => `${Math.round((part / whole) * 1000) / 10}%`;

/**
 * Attributes of a reveal.js slide. The picture is its background, because only the background has the size of the screen rather than of the slide. On
 * white with any theme. https://revealjs.com/backgrounds/
 */
function revealHead(layout: Layout, url: string): string {
  const { x, y, w, h } = layouts[layout].picture;
  const { width, height } = slideInches;
  const size = `${percent(w, width)} ${percent(h, height)}`;
  const position = `${percent(x, width - w)} ${percent(y, height - h)}`;
  return `<!-- .slide: style="height: 100%" ${white} data-background-image="${url}" data-background-size="${size}" data-background-position="${position}" -->`;
}

/** Style of a reveal.js slide's text, above or beside the picture, with any theme. */
const revealSays: Readonly<Record<Layout, string>> = {
  above: '',
  beside: '; width: 28%; text-align: left',
};

/** White background for a reveal.js slide; its themes then use dark text. */
const white = 'data-background-color="#ffffff"';

/** Speaker notes in the syntax of each program. */
const notesOf = {
  marp: (lines: readonly string[]) => `<!--\n${lines.join('\n').replaceAll('-->', '--')}\n-->`,
  reveal: (lines: readonly string[]) => `Note:\n${lines.map((line) => `- ${line}`).join('\n')}`,
};

/** Markdown of a slide for each program. Pictures are linked, so a deck always shows the current diagrams, using the view that crops the space around them. */
const slides: Readonly<Record<Form, (slide: SlideText, at: At) => string[]>> = {
  marp: ({ says, diagram, spoken, notes }, at) => {
    const { accTitle, slide } = readDiagram(diagram);
    const layout = layoutOf(slide);
    return [
      `<!-- _class: ${layout} size-${saysSize(layout, says)} -->`,
      `## ${says}`,
      `![${accTitle.replace(/[[\]]/g, '')}](${pictureAddress(diagram, at)})`,
      `<!-- _footer: ${JSON.stringify(spoken)} -->`,
      notesOf.marp(notes),
    ];
  },
  reveal: ({ says, diagram, notes }, at) => {
    const { accTitle, slide } = readDiagram(diagram);
    const layout = layoutOf(slide);
    return [
      revealHead(layout, pictureAddress(diagram, at)),
      `## ${says} <!-- .element: style="margin: 0; font-size: 0.7em; text-transform: none${revealSays[layout]}" -->`,
      `<span role="img" aria-label="${escapeHtml(accTitle)}"></span>`,
      notesOf.reveal(notes),
    ];
  },
};

/** A deck in Markdown, for Marp or for reveal.js with its Markdown plugin. Both separate slides with the same line. */
export function deckMarkdown(deck: FullDeck, form: Form, at: At): string {
  const ground = form === 'reveal' ? [`<!-- .slide: ${white} -->`] : [];
  const follows = notesOf[form]([t('deck.follows', { address: at(deck.page) })]);
  const title = [...ground, `# ${deck.title}`, siteTitle, follows];
  const credit = [...ground, `## ${t('deck.credit')}`, creditLine(at)];
  const all = [title, ...deck.slides.map((one) => slides[form](slideText(one, at), at)), credit];
  return `${form === 'marp' ? marpHead(deck.title) : ''}${all.map((parts) => parts.join('\n\n')).join('\n\n---\n\n')}\n`;
}
