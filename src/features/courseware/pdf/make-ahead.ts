import { setImmediate } from 'node:timers/promises';
import type { At } from '#model/model.ts';
import { onceRead } from '#model/once-read.ts';
import { deckPdf } from '../deck/pdf.ts';
import type { FullDeck } from '../deck/read.ts';
import { siteDecks } from '../deck/site-decks.ts';
import { handoutPdf } from '../handout/pdf.ts';
import type { Handout } from '../handout/read.ts';
import { papers, siteHandouts, type Paper } from '../handout/site-handouts.ts';

/** The PDF of a deck, cached. */
export const deckPdfOnce = (deck: FullDeck, at: At): Promise<Uint8Array> =>
  onceRead(`deck ${deck.id} ${at('/')}`, () => deckPdf(deck, at));

/** The PDF of a handout, cached. */
export const handoutPdfOnce = (handout: Handout, paper: Paper, at: At): Promise<Uint8Array> =>
  onceRead(`handout ${handout.id} ${paper} ${at('/')}`, () => handoutPdf(handout, paper, at));

/** Generates all PDFs in advance, one at a time, yielding in between. The routes get the cached result or error later. */
export async function makeAhead(at: At): Promise<void> {
  const pdfs = [
    ...siteDecks().map((deck) => () => deckPdfOnce(deck, at)),
    ...siteHandouts().flatMap((handout) =>
      (Object.keys(papers) as Paper[]).map((paper) => () => handoutPdfOnce(handout, paper, at)),
    ),
  ];
  for (const pdf of pdfs) {
    await pdf().catch(() => undefined);
    await setImmediate();
  }
}
