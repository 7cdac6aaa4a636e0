import path from 'node:path';
import { loadSite, type Site } from './load.ts';
import type { Page } from './page.ts';
import { generatedAddresses } from './addresses.ts';
import { onceRead } from './once-read.ts';
import { sidebarGroups } from './sidebar.ts';

/**
 * The content of a project, read once a build. The exports may trust it: the content check has found it sound by then.
 * @param root folder of the project
 */
export function siteModel(root = process.cwd()): Site {
  const folder = path.resolve(root);
  return onceRead(`site ${folder}`, () => loadSite(folder, { generated: generatedAddresses }));
}

/** A page's title and description, which the content check has made sure of. */
export const words = ({ frontMatter }: Page) => frontMatter as { title: string; description: string };

/** What the page at `address` is called and says of itself; a page that code makes has the label of its link, and no description. */
export function pageWords(address: string): { title: string; description: string } {
  const [path = ''] = address.split('#');
  const page = siteModel().pages.find((one) => one.address === path);
  if (page) return words(page);
  const label = sidebarGroups()
    .find(({ labels }) => labels.has(path))
    ?.labels.get(path);
  return { title: label ?? path, description: '' };
}

/** The page's absolute address on the site that is being built. */
export function absolute(address: string, origin: string | undefined, base: string): string {
  return `${(origin ?? '').replace(/\/$/, '')}${base.replace(/\/$/, '')}${address}`;
}
