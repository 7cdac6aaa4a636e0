import type { APIRoute, GetStaticPaths } from 'astro';
import { atSite } from '#model/model.ts';
import { deckMarkdown } from './markdown.ts';
import { deckPptx, picturePng } from './pptx.ts';
import type { FullDeck } from './read.ts';
import { deckPdfOnce } from '../pdf/make-ahead.ts';
import { deckEndings, siteDecks } from './site-decks.ts';

const at = atSite(import.meta.env.SITE, import.meta.env.BASE_URL);

/** Generates each file of a deck, by file name suffix. */
const forms: Record<(typeof deckEndings)[number], (deck: FullDeck) => string | Promise<Uint8Array>> = {
  '-marp.md': (deck) => deckMarkdown(deck, 'marp', at),
  '-reveal.md': (deck) => deckMarkdown(deck, 'reveal', at),
  '.pptx': (deck) => deckPptx(deck, at),
  '.pdf': (deck) => deckPdfOnce(deck, at),
};

/** The files of each deck below `/deck/`. Rendering of images, which takes longest, starts here. */
export const getStaticPaths = (() =>
  siteDecks().flatMap((deck) => {
    if (import.meta.env.PROD) for (const { diagram } of deck.slides) void picturePng(diagram, at);
    return deckEndings.map((ending) => ({ params: { file: `${deck.id}${ending}` }, props: { deck, ending } }));
  })) satisfies GetStaticPaths;

/** One file of a deck, in the format of its suffix. */
export const GET: APIRoute = async ({ props }) => {
  const { deck, ending } = props as { deck: FullDeck; ending: (typeof deckEndings)[number] };
  return new Response((await forms[ending](deck)) as BodyInit);
};
