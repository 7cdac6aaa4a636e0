import { Feed } from 'feed';
import { collections, entryAddress } from '#model/collections.ts';
import type { At } from '#model/model.ts';
import type { Change } from '#model/schemas/change.ts';
import { locale, t } from '#model/i18n.ts';
import { buildDay } from '#shared/build-date.ts';
import { plainText } from '#shared/inline-markdown.ts';
import { licence } from '#site.ts';

/**
 * The changes that matter to courses as a feed, which can be serialised as Atom or JSON.
 * @param changes newest first
 */
export function changesFeed(title: string, changes: readonly Change[], at: At): Feed {
  const feed = new Feed({
    id: at(collections.changes.page),
    title: t('feed.titleOfSite', { site: title }),
    description: t('feed.description'),
    link: at(collections.changes.page),
    language: locale,
    copyright: licence.name,
    updated: new Date(`${changes[0]?.date ?? buildDay()}T00:00:00Z`),
    generator: title,
    // RFC 4287, 4.1.1: a feed must have an author if its entries do not.
    author: { name: t('share.author', { site: title }), link: at('/') },
    feedLinks: { atom: at('/changes.atom'), json: at('/changes.json') },
  });
  for (const { id, date, kind, title: what, text, pages } of changes) {
    feed.addItem({
      id: at(entryAddress('changes', id)),
      link: at(entryAddress('changes', id)),
      title: t(`change.${kind}`, { title: what }),
      description: plainText(text),
      date: new Date(`${date}T00:00:00Z`),
      category: [{ name: kind }],
      // A JSON Feed extension with the affected pages of each change.
      extensions: [{ name: '_concerns', objects: { pages: pages.map(at) } }],
    });
  }
  return feed;
}
