import type { APIRoute } from 'astro';
import { twin } from './page.ts';
import { siteModel } from '#model/model.ts';
import { sidebarAddresses } from '#model/sidebar.ts';

/** All pages in reading order, in plain Markdown. */
export const GET: APIRoute = ({ site }) => {
  const known = new Set(siteModel().pages.map(({ address }) => address));
  const pages = ['/', ...sidebarAddresses()].filter((address) => known.has(address));
  return new Response(pages.map((address) => twin(address, site?.href, import.meta.env.BASE_URL)).join('\n\n'));
};
