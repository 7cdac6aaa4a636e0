import { siteTitle } from '#site.ts';
import { readDiagram } from '#features/diagrams/index.ts';
import { t } from '#model/i18n.ts';
import { creditLine, type At } from '../address.ts';
import { slideText } from './site-decks.ts';
import type { FullDeck } from './read.ts';

/** A deck's file for one program. */
type Form = 'marp' | 'reveal';

/** Front matter of Marp: the picture takes what the sentence leaves. https://marpit.marp.app/directives */
const marpHead = (title: string) =>
  [
    '---',
    'marp: true',
    'theme: default',
    'size: 16:9',
    `title: ${JSON.stringify(title)}`,
    'style: |',
    '  section { justify-content: flex-start; padding: 40px 50px; }',
    '  section h2 { font-size: 38px; margin: 0 0 16px; }',
    '  section p { margin: 0; flex: 1 1 0; min-height: 0; text-align: center; }',
    '  section img { height: 100%; max-width: 100%; object-fit: contain; }',
    '  footer { font-size: 18px; }',
    '---',
    '',
  ].join('\n');

/** Notes as each program reads them. */
const notesOf = {
  marp: (lines: readonly string[]) => `<!--\n${lines.join('\n').replaceAll('-->', '--')}\n-->`,
  reveal: (lines: readonly string[]) => `Note:\n${lines.map((line) => `- ${line}`).join('\n')}`,
};

/** Which variant of a drawing each program shows: Marp's slides are white, those of reveal.js black unless another theme is chosen. */
const variant: Readonly<Record<Form, string>> = { marp: 'slide-transparent', reveal: 'slide' };

/** Pictures are named by address, so a deck shows the drawings as they are on the day it is shown. */
function slide(deckSlide: FullDeck['slides'][number], form: Form, at: At): string {
  const { says, diagram, spoken, notes } = slideText(deckSlide, at);
  const picture = `![${readDiagram(diagram).accTitle.replace(/[[\]]/g, '')}](${at(`/d/${diagram}-${variant[form]}.svg`)})`;
  const footer = form === 'marp' ? [`<!-- _footer: ${JSON.stringify(spoken)} -->`] : [];
  return [`## ${says}`, picture, ...footer, notesOf[form](notes)].join('\n\n');
}

/** A deck in Markdown, for Marp or for reveal.js with its Markdown plugin, whose separator of slides is the same line. */
export function deckMarkdown(deck: FullDeck, form: Form, at: At): string {
  const title = [`# ${deck.title}`, siteTitle, notesOf[form]([t('deck.follows', { address: at(deck.page) })])].join(
    '\n\n',
  );
  const credit = [`## ${t('deck.credit')}`, creditLine(at)].join('\n\n');
  const slides = [title, ...deck.slides.map((one) => slide(one, form, at)), credit];
  return `${form === 'marp' ? marpHead(deck.title) : ''}${slides.join('\n\n---\n\n')}\n`;
}
