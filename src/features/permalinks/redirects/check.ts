import { didYouMean } from '#shared/suggest.ts';
import type { Problem } from '#shared/problem.ts';
import { splitAddress } from '../address.ts';
import { redirectsFile, type Lined, type Links } from './read.ts';
import type { Redirect } from '#model/schemas/redirect.ts';

/** Each address of the site with the ids on it; for generated pages, only those that the layout adds. */
export type Anchors = ReadonlyMap<string, ReadonlySet<string>>;

const problemAt = (line: number, problem: string, fix: string): Problem => ({
  file: redirectsFile,
  line,
  problem,
  fix,
});

/** Reports redirects that would break a permalink: duplicate, unnecessary, in a chain or loop, or with a dead target. */
export function checkRedirects({ redirects }: Links, anchors: Anchors, generated: readonly string[] = []): Problem[] {
  const known = new Map<string, Lined<Redirect>>();
  return redirects.flatMap((redirect) => {
    const { from, line } = redirect;
    const first = known.get(from);
    if (first)
      return [problemAt(line, `${from} is redirected twice, first on line ${first.line}`, 'Keep one of the two.')];
    known.set(from, redirect);
    return [...checkNeeded(redirect, anchors), ...checkPage(redirect, redirects, anchors), ...checkTarget(redirect)];
  });

  function checkTarget(redirect: Lined<Redirect>): Problem[] {
    const { from, to, line } = redirect;
    if (to === null) return [];
    if (splitAddress(from).id === undefined && splitAddress(to).id !== undefined)
      return [
        problemAt(
          line,
          `${from} is a page and leads to the section ${to}`,
          `Lead to the page ${splitAddress(to).path}, since a browser would drop the reader's own #id; add "from: ${from}#…" for sections.`,
        ),
      ];
    const end = endOf(redirect, redirects);
    if (end === undefined)
      return [problemAt(line, `${from} leads back to itself: a loop`, 'Lead it to a page that exists.')];
    if (end !== to)
      return [
        problemAt(line, `${from} leads to ${to}, which is redirected too: a chain`, `Write "to: ${end ?? 'null'}".`),
      ];
    return checkAlive(redirect, to);
  }

  function checkAlive({ from, line }: Lined<Redirect>, to: string): Problem[] {
    const { path, id } = splitAddress(to);
    const ids = anchors.get(path);
    if (!ids)
      return [problemAt(line, `${from} leads to ${to}: there is no such page`, didYouMean(path, anchors.keys()))];
    if (id === undefined || ids.has(id) || generated.includes(path)) return [];
    return [problemAt(line, `${from} leads to ${to}: the page has no such id`, didYouMean(id, ids))];
  }
}

/** Reports a redirect away from an address that still exists, which would never be followed. */
function checkNeeded({ from, line }: Lined<Redirect>, anchors: Anchors): Problem[] {
  const { path, id } = splitAddress(from);
  const ids = anchors.get(path);
  if (!ids || (id !== undefined && !ids.has(id))) return [];
  return [
    problemAt(
      line,
      `${from} is redirected but still exists`,
      'Delete the redirect, or remove what stands at the address.',
    ),
  ];
}

/** Reports a section whose page is gone and has no redirect of its own. */
function checkPage({ from, line }: Lined<Redirect>, all: readonly Redirect[], anchors: Anchors): Problem[] {
  const { path, id } = splitAddress(from);
  if (id === undefined || anchors.has(path) || all.some((other) => other.from === path)) return [];
  return [problemAt(line, `${from} is redirected, but its page is gone`, `Add "from: ${path}" as well.`)];
}

/** End of a chain of redirects: an address, null if it is retired, undefined if the chain never ends. */
function endOf(start: Redirect, all: readonly Redirect[]): string | null | undefined {
  const seen = new Set([start.from]);
  let { to } = start;
  while (to !== null) {
    const address: string = to;
    const next =
      all.find(({ from }) => from === address) ?? all.find(({ from }) => from === splitAddress(address).path);
    if (!next) return to;
    if (seen.has(next.from)) return undefined;
    seen.add(next.from);
    const { id } = splitAddress(address);
    to = next.to !== null && next.from !== address && id !== undefined ? `${next.to}#${id}` : next.to;
  }
  return null;
}
