import type { Redirect } from '#model/schemas/redirect.ts';
import { withBase } from '#shared/url.ts';
import { shortAddress, splitAddress } from '../address.ts';
import type { ShortLink } from './read.ts';
import type { LinkPage, LinkPages } from '../verify/resolve.ts';

/** A redirect that a host can do on its own. */
export interface HostRule {
  /** Old or short address, with a slash at its end. */
  from: string;
  /** Address that it leads to, which may have a `#id`. */
  to: string;
}

/**
 * Redirects that hosts may answer with 301. A page whose sections went different ways is left to its redirect page:
 * a host never sees the `#id`, so it would send all of them to one place.
 */
export function hostRules(redirects: readonly Redirect[], shortLinks: readonly ShortLink[]): HostRule[] {
  const split = new Set(redirects.flatMap(({ from }) => (from.includes('#') ? splitAddress(from).path : [])));
  return [
    ...shortLinks.map(({ slug, to }) => ({ from: shortAddress(slug), to })),
    ...redirects.flatMap(({ from, to }) => (to === null || from.includes('#') || split.has(from) ? [] : { from, to })),
  ].sort((a, b) => (a.from < b.from ? -1 : 1));
}

const bare = (address: string) => address.replace(/\/$/, '');

/** Rules for Netlify and Cloudflare Pages. Netlify serves a file where there is one, here the redirect page, which forwards as well. */
export function netlify(rules: readonly HostRule[], base: string): string {
  const lines = rules.flatMap(({ from, to }) =>
    [from, bare(from)].map((one) => `${withBase(one, base)} ${withBase(to, base)} 301`),
  );
  return ['# Made by the build. For Netlify and Cloudflare Pages.', ...lines, ''].join('\n');
}

/** The same rules for nginx, to include in a `server` block. */
export function nginx(rules: readonly HostRule[], base: string): string {
  const lines = rules.flatMap(({ from, to }) => {
    const { path, id } = splitAddress(withBase(to, base));
    const target = `${path}$is_args$args${id ? `#${id}` : ''}`;
    return [from, bare(from)].map(
      (one) => `location = ${withBase(one, base)} { absolute_redirect off; return 301 "${target}"; }`,
    );
  });
  return ['# Made by npm run links:hosts. Include it in the server block that serves the site.', ...lines, ''].join(
    '\n',
  );
}

/** The same rules for Caddy, to import in a site block. */
export function caddy(rules: readonly HostRule[], base: string): string {
  const lines = rules.flatMap(({ from, to }) => {
    const { path, id } = splitAddress(withBase(to, base));
    return [from, bare(from)].map((one) => `\t${withBase(one, base)} "${path}" "${id ? `#${id}` : ''}"`);
  });
  return [
    '# Made by npm run links:hosts. Import it in the site block that serves the site.',
    'map {path} {moved_to} {moved_id} {',
    ...lines,
    '\tdefault "" ""',
    '}',
    'map {query} {moved_query} {',
    '\t~(.+) "?${1}"',
    '\tdefault ""',
    '}',
    '@moved expression `{moved_to} != ""`',
    'redir @moved {moved_to}{moved_query}{moved_id} 301',
    '',
  ].join('\n');
}

/** Returns the pages as a host with these rules serves them: rules take precedence over files. */
export function withRules(pages: LinkPages, rules: readonly HostRule[]): LinkPages {
  const moved = rules.map(({ from, to }): [string, LinkPage] => [
    from,
    { ids: new Set(), headings: [], moved: new Map(), to },
  ]);
  return new Map([...pages, ...moved]);
}

/** Parses the rules of a `_redirects` file into addresses of the site. */
export function parseNetlify(text: string, base: string): HostRule[] {
  const strip = (address: string) => `/${address.slice(base.length)}`;
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' '))
    .filter(([from]) => from!.endsWith('/'))
    .map(([from, to]) => ({ from: strip(from!), to: strip(to!) }));
}
