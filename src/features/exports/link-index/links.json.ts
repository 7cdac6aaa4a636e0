import type { APIRoute } from 'astro';
import { linkRecords } from './links.ts';
import { absolute, siteModel } from '#model/model.ts';
import { furtherShortLinks, readLinks, readRegistry, shortLinks } from '#features/permalinks/index.ts';
import { buildDay } from '#shared/build-date.ts';

/** Every address of the site, for programs: its form is in `/schemas/links-1.json`. */
export const GET: APIRoute = ({ site }) => {
  const at = (address: string) => absolute(address, site?.href, import.meta.env.BASE_URL);
  const body = {
    contract: 1,
    generated: buildDay(),
    base: at('/').slice(0, -1),
    links: linkRecords(
      siteModel(),
      shortLinks(),
      [...readLinks(process.cwd()).redirects, ...furtherShortLinks()],
      readRegistry(process.cwd()),
    ),
  };
  return new Response(JSON.stringify(body));
};
