import type { Redirect } from '#model/schemas/redirect.ts';
import type { Problem } from '#shared/problem.ts';
import { joinAddress, shortAddress, splitAddress } from '../address.ts';
import { redirectsFile, shortLinksFile, type ShortLink } from '../redirects/read.ts';
import { registryFile } from './registry.ts';
import { resolve, type LinkPages } from './resolve.ts';

/**
 * Reports addresses of an earlier registry that are missing from this one.
 * @param ref commit of the earlier registry, for messages
 */
export function checkRemoved(registry: readonly string[], earlier: readonly string[], ref: string): Problem[] {
  const known = new Set(registry);
  return earlier
    .filter((address) => !known.has(address))
    .map((address) => ({
      file: registryFile,
      problem: `${address} was removed; it is in the registry of ${ref.slice(0, 12)}`,
      fix: `Put the line back. If its content has moved, add "from: ${address}" to ${redirectsFile}.`,
    }));
}

/** Reports addresses that a build publishes but the registry does not have. */
export function checkRegistered(built: readonly string[], registry: readonly string[]): Problem[] {
  const known = new Set(registry);
  return built
    .filter((address) => !known.has(address))
    .map((address) => ({
      file: registryFile,
      problem: `${address} is not in the registry`,
      fix: 'Run npm run links:accept, and commit the file.',
    }));
}

/**
 * Reports registered addresses that do not lead to a real page and id after at most one hop.
 * @param how what the addresses were resolved by, for messages
 */
export function checkResolved(registry: readonly string[], pages: LinkPages, how: string): Problem[] {
  return registry.flatMap((address) => {
    const landing = resolve(address, pages);
    if (!('lost' in landing)) return [];
    return [{ file: registryFile, problem: `${address} is lost (${how}): ${landing.lost}`, fix: landing.fix }];
  });
}

/** Reports redirects and short links that do not lead to the target in their entry. */
export function checkTargets(
  redirects: readonly Redirect[],
  shortLinks: readonly ShortLink[],
  pages: LinkPages,
  how: string,
): Problem[] {
  const wanted = [
    ...redirects.map(({ from, to }) => ({ from, to, file: redirectsFile })),
    ...shortLinks.map(({ slug, to }) => ({ from: shortAddress(slug), to, file: shortLinksFile })),
  ];
  return wanted.flatMap(({ from, to, file }) => {
    const landing = resolve(from, pages);
    if ('lost' in landing) return [{ file, problem: `${from} is lost (${how}): ${landing.lost}`, fix: landing.fix }];
    const correct = to === null ? landing.retired : landing.at === to;
    if (correct) return [];
    return [
      {
        file,
        problem: `${from} ends at ${landing.at} (${how}) and not at ${to ?? 'a note that it is retired'}`,
        fix: 'Build again with npm run build; if this stays, src/features/permalinks/ writes something else than it reads.',
      },
    ];
  });
}

/** Reports redirects and short links with another target than before, although the old target has not moved. */
export function checkRepointed(
  before: ReadonlyMap<string, string | null>,
  now: ReadonlyMap<string, string | null>,
): Problem[] {
  return [...before].flatMap(([from, old]) => {
    const to = now.get(from);
    if (to === undefined || to === old || old === null || now.get(old) === to) return [];
    const { path, id } = splitAddress(old);
    const page = now.get(path);
    if (page && id !== undefined && joinAddress(page, id) === to) return [];
    return [
      {
        file: from.startsWith('/go/') ? shortLinksFile : redirectsFile,
        problem: `${from} led to ${old} and now leads to ${to ?? 'nothing'}`,
        fix: `Lead it to ${old} again, or say where that went ("from: ${old}"). A new subject gets a new address.`,
      },
    ];
  });
}

/** Targets of all redirects and short links, by address; null if retired. */
export function targets(redirects: readonly Redirect[], shortLinks: readonly ShortLink[]): Map<string, string | null> {
  return new Map([
    ...redirects.map(({ from, to }): [string, string | null] => [from, to]),
    ...shortLinks.map(({ slug, to }): [string, string | null] => [shortAddress(slug), to]),
  ]);
}
