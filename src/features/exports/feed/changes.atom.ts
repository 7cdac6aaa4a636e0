import type { APIRoute } from 'astro';
import { changesFeed } from './feed.ts';
import { atSite, siteModel } from '#model/model.ts';
import { siteTitle } from '#site.ts';

/** Atom feed of the changes that matter to courses. */
export const GET: APIRoute = ({ site }) =>
  new Response(changesFeed(siteTitle, siteModel().data.changes, atSite(site, import.meta.env.BASE_URL)).atom1());
