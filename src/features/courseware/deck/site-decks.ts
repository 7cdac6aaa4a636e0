import { siteModel, type At } from '#model/model.ts';
import { plainText } from '#shared/inline-markdown.ts';
import { formatProblems } from '#shared/problem.ts';
import { drawingAddress } from '#model/collections.ts';
import { t } from '#model/i18n.ts';
import { shortAddress, spoken } from '../address.ts';
import { readDecks, type FullDeck, type Slide } from './read.ts';

/**
 * The decks of the site.
 * @throws with all problems if a deck is invalid
 */
export function siteDecks(): FullDeck[] {
  const { decks, problems } = readDecks(process.cwd(), siteModel().data, siteModel().anchors);
  if (problems.length > 0) throw new Error(formatProblems(problems));
  return decks;
}

/** File name suffixes of the formats of a deck. */
export const deckEndings = ['-marp.md', '-reveal.md', '.pptx', '.pdf'] as const;

/** Every file of every deck: its address, and the title of the deck. */
export const deckFiles = (): { address: string; title: string }[] =>
  siteDecks().flatMap(({ id, title }) =>
    deckEndings.map((ending) => ({ address: `/deck/${id}${ending}`, title: plainText(title) })),
  );

/** A slide ready for output: plain text, absolute addresses, one line per note. */
export interface SlideText {
  says: string;
  /** Id of the diagram. */
  diagram: string;
  /** Short link of the page without protocol, as it is read aloud. */
  spoken: string;
  /** Speaker notes, one line each. */
  notes: string[];
}

/** Text of a slide and of its notes. */
export function slideText({ says, diagram, page, sources, holds }: Slide, at: At): SlideText {
  const { data } = siteModel();
  const cited = sources.map((id) => data.sources.find((one) => one.id === id)!);
  return {
    says: plainText(says),
    diagram,
    spoken: spoken(page, at),
    notes: [
      ...(holds
        ? [t('deck.holds', { when: plainText(holds.when) }), t('deck.holdsNot', { when: plainText(holds.notWhen) })]
        : []),
      t('deck.more', { address: shortAddress(page, at) }),
      ...cited.map(({ title, authors, year, url }) =>
        t('deck.source', { title, authors, year: String(year).replace(/\.$/, ''), url }),
      ),
      t('deck.picture', { address: at(drawingAddress(diagram)) }),
    ],
  };
}
