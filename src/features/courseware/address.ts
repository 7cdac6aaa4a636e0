import { t } from '#model/i18n.ts';
import { shortLinks } from '#features/permalinks/index.ts';
import type { At } from '#model/model.ts';
import { licence, siteTitle } from '#site.ts';

/** The short link of a page, or its own address if it has none. */
export const shortAddress = (page: string, at: At): string => at(shortLinks().get(page) ?? page);

/** An address without protocol, as it is read aloud and typed. */
export const withoutProtocol = (address: string): string => address.replace(/^https?:\/\//, '');

/** The short link of a page without protocol, as it is read aloud and typed. */
export const spoken = (page: string, at: At): string => withoutProtocol(shortAddress(page, at));

/** The line with author and licence at the end of a deck or a handout. */
export const creditLine = (at: At): string =>
  t('share.creditLine', {
    title: siteTitle,
    author: t('share.author', { site: siteTitle }),
    licence: licence.name,
    url: at('/'),
  });
