import type { Framed } from '#features/share/index.ts';
import { cardName, cardSize } from '#features/social-cards/index.ts';
import { t } from '#model/i18n.ts';
import { labFrame } from '#model/lab-files.ts';
import { shownLabs } from '#model/labs.ts';
import { pageWords } from '#model/model.ts';
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
