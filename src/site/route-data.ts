import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { leadsHere, listEntries } from '../components/entries.ts';
import { insertLists } from '../lib/contents.ts';
import { listedEntries } from '../lib/listed-entries.ts';
import { citedSources } from '../lib/citations.ts';
import { shortLinks } from '../lib/exports/short.ts';
import { absolute } from '../lib/exports/model.ts';
import { pageAddress } from '../lib/url.ts';
import { pageHead } from './head.ts';
import { generatedAddresses } from './routes.ts';
import { sidebarAddresses } from './sidebar.ts';

/** Completes what Starlight knows of a page: the lists that the layout adds, in the table of contents, and the facts in its head. */
export const onRequest = defineRouteMiddleware(async (context) => {
  const route = context.locals.starlightRoute;
  await addLists(route);
  const address = pageAddress(route.entry.id);
  // Pages that code makes have no card and no twin.
  if (generatedAddresses.includes(address) || (address !== '/' && !sidebarAddresses.includes(address))) return;
  const glossary = await listEntries('glossary');
  const facts = {
    address,
    title: route.entry.data.title,
    description: route.entry.data.description ?? '',
    changed: route.lastUpdated?.toISOString().slice(0, 10),
    teaches: glossary.filter(({ page }) => page.split('#')[0] === address).map(({ term }) => term),
    short: shortLinks().get(address),
    ...(address === '/reference/glossary/' ? { terms: glossary } : {}),
  };
  route.head.push(...pageHead(facts, (link) => absolute(link, context.site?.href, import.meta.env.BASE_URL)));
});

async function addLists({ entry, toc }: StarlightRouteData): Promise<void> {
  if (!toc) return;
  const listed = listedEntries(entry.body ?? '', {
    symptoms: await listEntries('symptoms'),
    misconceptions: await listEntries('misconceptions'),
    questions: await listEntries('questions'),
  });
  insertLists(toc.items, listed);
  const numbers = await listEntries('numbers');
  const leads = await leadsHere(pageAddress(entry.id));
  const add = (slug: string, text: string) => toc.items.push({ slug, text, depth: 2, children: [] });
  if (leads.length > 0) add('leads-here', 'What leads here');
  if (citedSources(entry.body ?? '', numbers).length > 0) add('sources-on-this-page', 'Sources on this page');
}
