import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { leadsHere, listEntries } from '../components/entries.ts';
import { citedSources } from '../lib/citations.ts';
import { pageAddress } from '../lib/url.ts';

/** Adds the two lists that the layout makes from the data to the table of contents of the pages that have them. */
export const onRequest = defineRouteMiddleware(async (context) => {
  const { entry, toc } = context.locals.starlightRoute;
  if (!toc) return;
  const numbers = await listEntries('numbers');
  const leads = await leadsHere(pageAddress(entry.id));
  const add = (slug: string, text: string) => toc.items.push({ slug, text, depth: 2, children: [] });
  if (leads.length > 0) add('leads-here', 'What leads here');
  if (citedSources(entry.body ?? '', numbers).length > 0) add('sources-on-this-page', 'Sources on this page');
});
