import type { Framed } from '#features/share/index.ts';
import { cardName, cardSize } from '#features/social-cards/index.ts';
import { t } from '#model/i18n.ts';
import { labFrame } from '#model/lab-files.ts';
import { shownLabs } from '#model/labs.ts';
import { pageWords } from '#model/model.ts';
import { plainText } from '#shared/inline-markdown.ts';
import { siteTitle } from '#site.ts';

/** A lab with its frame, and the page that shows it. */
export interface FramedLab {
  /** Id of the lab. */
  id: string;
  /** Address of the page that shows the lab. */
  page: string;
  /** Metadata of its embed page. */
  framed: Framed;
}

/** Every lab that a page shows, with the metadata of its embed page. Its picture is the card of the page. */
export const framedLabs = (): FramedLab[] =>
  shownLabs().map(({ id, address, question }) => {
    const { title } = pageWords(address);
    const image = {
      address: `/cards/${cardName(address)}.png`,
      alt: t('metadata.cardAlt', { site: siteTitle, title }),
      size: cardSize,
    };
    const framed = { address: labFrame(id), title, description: plainText(question), image };
    return { id, page: address, framed };
  });
