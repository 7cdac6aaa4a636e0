import type { APIRoute } from 'astro';
import { siteModel } from '#model/model.ts';
import { siteTitle } from '#site.ts';
import { siteLinks } from '../link-index/document.ts';
import { inventory } from './inventory.ts';
import { inventoryNames } from './names.ts';

/** Sphinx inventory of all addresses, for courses made with Sphinx, MyST or Jupyter Book. */
export const GET: APIRoute = () =>
  new Response(inventory(siteTitle, '1', inventoryNames(siteLinks(), siteModel().data.glossary)) as BodyInit);
