import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { shortLinks } from '#features/permalinks/index.ts';
import { generatedAddresses } from '#model/addresses.ts';
import { collections } from '#model/collections.ts';
import { listEntries } from '#model/entries.ts';
import { absolute } from '#model/model.ts';
import { sidebarAddresses } from '#model/sidebar.ts';
import { pageAddress } from '#shared/url.ts';
import { pageHead } from './head.ts';

/** Adds the facts of a reading page to its head. Generated pages have no card and no Markdown version. */
export const onRequest = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  const address = pageAddress(route.entry.id);
  if (generatedAddresses.includes(address) || (address !== '/' && !sidebarAddresses().includes(address))) return;
  const glossary = listEntries('glossary');
  const facts = {
    address,
    title: route.entry.data.title,
    description: route.entry.data.description ?? '',
    changed: route.lastUpdated?.toISOString().slice(0, 10),
    teaches: glossary.filter(({ page }) => page.split('#')[0] === address).map(({ term }) => term),
    short: shortLinks().get(address),
    ...(address === collections.glossary.page ? { terms: glossary } : {}),
  };
  route.head.push(...pageHead(facts, (link) => absolute(link, context.site?.href, import.meta.env.BASE_URL)));
});
