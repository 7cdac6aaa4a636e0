import type { APIRoute } from 'astro';
import { inventory } from './inventory.ts';
import { linkRecords } from '../link-index/links.ts';
import { siteModel } from '#model/model.ts';
import { siteTitle } from '#site.ts';

/** Names of pages, sections and terms for courses made with Sphinx, MyST or Jupyter Book. */
export const GET: APIRoute = () => new Response(inventory(siteTitle, '1', linkRecords(siteModel())) as BodyInit);
