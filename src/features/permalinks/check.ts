import type { Site } from '#model/load.ts';
import type { Problem } from '#shared/problem.ts';
import { checkRedirects } from './redirects/check.ts';
import { checkShortLinks } from './redirects/check-short-links.ts';
import { readLinks } from './redirects/read.ts';
import { checkRegistryForm, readRegistry } from './verify/registry.ts';

/** Checks redirects, short links and the registry, as far as possible without a build. */
export function checkLinkData(root: string, site: Site, generated: readonly string[]): Problem[] {
  const links = readLinks(root);
  const pages = [...new Set(['/', ...site.sidebar, '/topics/'])];
  return [
    ...links.problems,
    ...checkRedirects(links, site.anchors, generated),
    ...checkShortLinks(links, site.anchors, pages, generated),
    ...checkRegistryForm(readRegistry(root)),
  ];
}
