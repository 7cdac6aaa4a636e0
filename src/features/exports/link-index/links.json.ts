import type { APIRoute } from 'astro';
import { linksDocument } from './document.ts';
import { absolute } from '#model/model.ts';

/** Every address of the site, in the format of `/schemas/links-1.json`. */
export const GET: APIRoute = ({ site }) =>
  new Response(JSON.stringify(linksDocument(absolute('/', site?.href, import.meta.env.BASE_URL).slice(0, -1))));
