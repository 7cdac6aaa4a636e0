import type { APIRoute } from 'astro';
import { inventory } from '~/lib/exports/inventory.ts';
import { linkRecords } from '~/lib/exports/links.ts';
import { siteModel } from '~/lib/exports/model.ts';
import { siteTitle } from '~/site/about.ts';

/** Names of pages, sections and terms for courses made with Sphinx, MyST or Jupyter Book. */
export const GET: APIRoute = () => new Response(inventory(siteTitle, '1', linkRecords(siteModel())) as BodyInit);
