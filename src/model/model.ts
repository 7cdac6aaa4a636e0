import path from 'node:path';
import { loadSite, type Site } from './load.ts';
import type { Page } from './page.ts';
import { generatedAddresses } from './addresses.ts';
import { onceRead } from './once-read.ts';
import { sidebarGroups } from './sidebar.ts';

/**
 * The content of a project, read once per build. Callers need not validate it: the content check has already passed.
 * @param root project root
 */
export function siteModel(root = process.cwd()): Site {
  const folder = path.resolve(root);
  return onceRead(`site ${folder}`, () => loadSite(folder, { generated: generatedAddresses }));
}

/** Title and description of a page. The content check guarantees both. */
export const words = ({ frontMatter }: Page) => frontMatter as { title: string; description: string };

/** Title and description of the page at `address`. A generated page has its sidebar label as the title, and no description. */
export function pageWords(address: string): { title: string; description: string } {
  const [path = ''] = address.split('#');
  const page = siteModel().pages.find((one) => one.address === path);
  if (page) return words(page);
  const label = sidebarGroups()
    .find(({ labels }) => labels.has(path))
    ?.labels.get(path);
  return { title: label ?? path, description: '' };
}

/** Absolute URL of a page on the site being built. */
export function absolute(address: string, origin: string | undefined, base: string): string {
  return `${(origin ?? '').replace(/\/$/, '')}${base.replace(/\/$/, '')}${address}`;
}

/** Makes an address of the site absolute: `/traits/` to `https://example.org/traits/`. */
export type At = (address: string) => string;

/**
 * Returns {@link At} for a site.
 * @param site origin of the site; without one, addresses get only the base
 */
export const atSite = (site: URL | string | undefined, base: string): At => {
  const origin = site === undefined ? undefined : new URL(site).href;
  return (address) => absolute(address, origin, base);
};
