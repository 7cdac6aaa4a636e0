import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { citedSources } from '#model/citations.ts';
import { backlinksOf } from '#model/entries.ts';
import { siteModel } from '#model/model.ts';
import { pageAddress } from '#shared/url.ts';
import { serviceSections } from '../ranks.ts';
import { insertLists } from './insert.ts';
import { listedEntries } from './listed-entries.ts';

/** Completes the table of contents. Starlight only knows the headings in the Markdown source, not those added by components and the layout. */
export const onRequest = defineRouteMiddleware((context) => {
  const { t } = context.locals;
  const { entry, toc } = context.locals.starlightRoute;
  if (!toc) return;
  // Long lists are grouped, and authors may exclude their entries: a table of contents with a hundred messages helps nobody.
  const listings = listedEntries(entry.body ?? '', {
    ...siteModel().data,
    choice: siteModel().choice.choice,
    labs: siteModel().labs,
  });
  insertLists(
    toc.items,
    listings.filter(({ depth }) => depth <= toc.maxHeadingLevel),
  );
  // The table of contents follows the argument; for a supporting section the heading is enough.
  for (const item of toc.items) if (serviceSections.includes(item.slug)) item.children = [];
  const add = (slug: string, text: string) => toc.items.push({ slug, text, depth: 2, children: [] });
  if (backlinksOf(pageAddress(entry.id)).length > 0) add('leads-here', t('backlinks.title'));
  if (citedSources(entry.body ?? '', siteModel()).length > 0) add('sources-on-this-page', t('sources.title'));
});
