import { loadSite, type Site } from '../content/site.ts';
import type { Page } from '../content/page.ts';
import { generatedAddresses } from '../../site/routes.ts';
import { sidebarAddresses } from '../../site/sidebar.ts';

let site: Site | undefined;

/** The content as the exports see it. Read once a build: the content check has found it sound by then. */
export function siteModel(): Site {
  site ??= loadSite(process.cwd(), { sidebar: sidebarAddresses, generated: generatedAddresses });
  return site;
}

/** A page's title and description, which the content check has made sure of. */
export const words = ({ frontMatter }: Page) => frontMatter as { title: string; description: string };

/** The page's absolute address on the site that is being built. */
export function absolute(address: string, origin: string | undefined, base: string): string {
  return `${(origin ?? '').replace(/\/$/, '')}${base.replace(/\/$/, '')}${address}`;
}
