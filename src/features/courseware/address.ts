import { absolute } from '#model/model.ts';
import { t } from '#model/i18n.ts';
import { shortLinks } from '#features/permalinks/index.ts';
import { licence, siteTitle } from '#site.ts';

/** Makes an address absolute. */
export type At = (address: string) => string;

/** Gives {@link At} for the site that is built. */
export const atSite = (site: URL | string | undefined, base: string): At => {
  const origin = site === undefined ? undefined : new URL(site).href;
  return (address) => absolute(address, origin, base);
};

/** The short link of a page, or its own address where it has none. */
export const shortAddress = (page: string, at: At): string => at(shortLinks().get(page) ?? page);

/** An address as it is read aloud and typed: without its protocol. */
export const withoutProtocol = (address: string): string => address.replace(/^https?:\/\//, '');

/** The short link of a page as it is read aloud and typed. */
export const spoken = (page: string, at: At): string => withoutProtocol(shortAddress(page, at));

/** The line of author and licence that closes a deck and a handout. */
export const creditLine = (at: At): string =>
  t('share.creditLine', {
    title: siteTitle,
    author: t('share.author', { site: siteTitle }),
    licence: licence.name,
    url: at('/'),
  });
