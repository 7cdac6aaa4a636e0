import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadData } from '#model/data.ts';
import type { Problem } from '#shared/problem.ts';
import { readBuiltPages } from './parse-built-page.ts';
import { fileAt, linksAt, pastRefs } from './history.ts';
import { parseNetlify, withRules } from '../redirects/hosts.ts';
import { checkRegistered, checkRemoved, checkRepointed, checkResolved, checkTargets, targets } from './verify-rules.ts';
import { publishedAddresses } from './published-urls.ts';
import { readLinks } from '../redirects/read.ts';
import { checkRegistryForm, parseRegistry, readRegistry, registryFile } from './registry.ts';

/** Result of a verification. */
export interface Verification {
  problems: Problem[];
  /** Number of addresses in the registry. */
  registered: number;
  /** Number of addresses that the build publishes. */
  built: number;
  /** Number of redirects. */
  redirects: number;
  /** Number of short links. */
  shortLinks: number;
  /** Commits that the build was compared with. */
  refs: string[];
}

/**
 * Verifies that a build keeps every address that was ever published.
 * @param root root of the project
 * @param dist folder of the build
 * @param base base path that it was built for
 */
export function verifyLinks(root: string, dist: string, base: string): Verification {
  const registry = readRegistry(root);
  const { redirects, shortLinks, problems } = readLinks(root);
  const pages = readBuiltPages(dist, base);
  const built = publishedAddresses(pages, loadData(root).data);
  const hosted = withRules(pages, parseNetlify(readFileSync(path.join(dist, '_redirects'), 'utf8'), base));
  const refs = pastRefs(root);
  return {
    problems: [
      ...problems,
      ...checkRegistryForm(registry),
      ...refs.flatMap((ref) => checkRemoved(registry, parseRegistry(fileAt(root, ref, registryFile) ?? ''), ref)),
      ...checkRegistered(built, registry),
      ...checkResolved(registry, pages, 'pages of the build'),
      ...checkResolved(registry, hosted, '_redirects'),
      ...checkTargets(redirects, shortLinks, pages, 'pages of the build'),
      ...checkTargets(redirects, shortLinks, hosted, '_redirects'),
      ...refs.flatMap((ref) => {
        const before = linksAt(root, ref);
        return checkRepointed(targets(before.redirects, before.shortLinks), targets(redirects, shortLinks));
      }),
    ],
    registered: registry.length,
    built: built.length,
    redirects: redirects.length,
    shortLinks: shortLinks.length,
    refs,
  };
}
