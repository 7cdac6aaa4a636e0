import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caddy, hostRules, nginx } from '#features/permalinks/redirects/hosts.ts';
import { checkResolved, checkTargets } from '#features/permalinks/verify/verify-rules.ts';
import { readLinks } from '#features/permalinks/redirects/read.ts';
import { readRegistry } from '#features/permalinks/verify/registry.ts';
import { hasHost, startHost, type Host, type HostName } from '../../deploy/lib/run.ts';
import { livePages } from '../support/live-pages.ts';
import { build, smallSite, type SmallSite } from '../support/small-site.ts';

const servers: HostName[] = ['nginx', 'caddy'];

describe.each(servers)('%s, running with the redirects that we make', (name) => {
  describe.skipIf(!hasHost(name)).each([
    ['this site', undefined, '/'],
    ['a small site with every kind of redirect, below a sub-path', smallSite, '/deep/er/'],
  ] as const)('%s', (_, make, base) => {
    let small: SmallSite | undefined;
    let server: Host | undefined;
    let url = '';
    let root = '.';
    beforeAll(async () => {
      small = make?.();
      if (small) build((root = small.root), small.dist, base);
      const { redirects, shortLinks } = readLinks(root);
      const rules = hostRules(redirects, shortLinks);
      const options = { compress: false, redirects: (name === 'nginx' ? nginx : caddy)(rules, base) };
      server = await startHost(name, small?.dist ?? 'dist', options);
      url = `http://127.0.0.1:${server.port}`;
    });
    afterAll(async () => {
      await server?.close();
      small?.remove();
    });

    test('every address in the registry ends at its page and id in at most one hop', async () => {
      const record = readRegistry(root);
      const pages = await livePages(url, base, record);
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
        const response = await fetch(`${url}${base}${asked}`, { redirect: 'manual' });
        expect(response.status, asked).toBe(301);
        expect(response.headers.get('location')?.replace(url, ''), asked).toBe(expected);
      }
    });
  });
});
