import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostRules } from '#features/permalinks/redirects/hosts.ts';
import { checkResolved, checkTargets } from '#features/permalinks/verify/verify-rules.ts';
import { readLinks } from '#features/permalinks/redirects/read.ts';
import { readRegistry } from '#features/permalinks/verify/registry.ts';
import { livePages } from '../support/live-pages.ts';
import { build, smallSite, type SmallSite } from '../support/small-site.ts';
import { haveServer, startServer, type ServerName, type WebServer } from '../support/web-server.ts';

const servers: ServerName[] = ['nginx', 'caddy'];

describe.each(servers)('%s, running with the redirects that we make', (name) => {
  const have = haveServer(name);
  if (!have) console.warn(`${name} is not installed: apt-get install ${name} lets its redirects be tested.`);

  describe.skipIf(!have).each([
    ['this site', undefined, '/'],
    ['a small site with every kind of redirect, below a sub-path', smallSite, '/deep/er/'],
  ] as const)('%s', (_, make, base) => {
    let small: SmallSite | undefined;
    let server: WebServer | undefined;
    let root = '.';
    beforeAll(async () => {
      small = make?.();
      if (small) build((root = small.root), small.dist, base);
      const { redirects, shortLinks } = readLinks(root);
      server = await startServer(name, small?.dist ?? 'dist', base, hostRules(redirects, shortLinks));
    });
    afterAll(async () => {
      await server?.stop();
      small?.remove();
    });

    test('every address in the registry ends at its page and id in at most one hop', async () => {
      const record = readRegistry(root);
      const pages = await livePages(server!.url, base, record);
      const { redirects, shortLinks } = readLinks(root);
      expect(checkResolved(record, pages, name)).toEqual([]);
      expect(checkTargets(redirects, shortLinks, pages, name)).toEqual([]);
      expect([...pages.values()].filter(({ to, redirect }) => to && !redirect).length).toBeGreaterThan(2);
    });

    test('a redirect is permanent, keeps the query, and works without the last slash', async () => {
      const { shortLinks } = readLinks(root);
      const { slug, to } = shortLinks[1]!;
      const target = `${base}${to.slice(1)}`;
      const [path, id] = target.split('#');
      for (const [asked, expected] of [
        [`go/${slug}/`, target],
        [`go/${slug}`, target],
        [`go/${slug}/?a=1&b=2`, `${path}?a=1&b=2${id ? `#${id}` : ''}`],
      ]) {
        const response = await fetch(`${server!.url}${base}${asked}`, { redirect: 'manual' });
        expect(response.status, asked).toBe(301);
        expect(response.headers.get('location')?.replace(server!.url, ''), asked).toBe(expected);
      }
    });
  });
});
