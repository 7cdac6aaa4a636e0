import type { Framed } from '#features/share/index.ts';
import { cardName, cardSize } from '#features/social-cards/index.ts';
import { t } from '#model/i18n.ts';
import { labFacts, labFrame, labsOn } from '#model/lab-files.ts';
import { siteModel, words } from '#model/model.ts';
import { plainText } from '#shared/inline-markdown.ts';
import { siteTitle } from '#site.ts';

/** A lab in its frame, and the page that shows it. */
export interface FramedLab {
  id: string;
  /** Address of the page that shows the lab. */
  page: string;
  framed: Framed;
}

/** Every lab that a page shows, as programs are told of its frame. Its picture is the card of its page. */
export function framedLabs(): FramedLab[] {
  const facts = labFacts(process.cwd());
  return siteModel().pages.flatMap((page) =>
    labsOn(page).map((id): FramedLab => {
      const { title } = words(page);
      const image = {
        address: `/cards/${cardName(page.address)}.png`,
        alt: t('metadata.cardAlt', { site: siteTitle, title }),
        size: cardSize,
      };
      const description = plainText(facts.get(id)?.question ?? '');
      return { id, page: page.address, framed: { address: labFrame(id), title, description, image } };
    }),
  );
}
