import type { APIRoute } from 'astro';
import { readRegistry } from '#features/permalinks/index.ts';
import { siteModel } from '#model/model.ts';
import { siteTitle } from '#site.ts';
import { linkRecords } from '../link-index/links.ts';
import { inventory } from './inventory.ts';
import { inventoryNames } from './names.ts';

/** Names of all addresses for courses made with Sphinx, MyST or Jupyter Book. */
export const GET: APIRoute = () => {
  const site = siteModel();
  const links = linkRecords(site, new Map(), [], readRegistry(process.cwd()));
  return new Response(inventory(siteTitle, '1', inventoryNames(links, site.data.glossary)) as BodyInit);
};
