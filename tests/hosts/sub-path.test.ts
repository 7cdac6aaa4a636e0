import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasHost, startHost, type HostName } from '../../deploy/lib/run.ts';
import { serveFolder } from '../../tools/static-server.ts';
import { attribute, readDist } from '../support/dist.ts';
import { base, subPathSite } from '../support/sub-path-site.ts';
import { askHost } from '../support/ask.ts';

let folder = '';

/** Addresses on its own host that a page names. */
const named = () =>
  new Set(
    readDist(folder).flatMap(({ elements }) =>
      elements
        .flatMap((element) => ['href', 'src', 'action'].map((name) => attribute(element, name)))
        .flatMap((link) => (link?.startsWith('/') && !link.startsWith('//') ? [link.split(/[#?]/)[0]!] : [])),
    ),
  );

beforeAll(async () => {
  folder = await subPathSite();
}, 120_000);

describe('a build for a sub-path', () => {
  async function check(port: number) {
    for (const address of named()) {
      expect(address.startsWith(base), address).toBe(true);
      expect((await askHost(port, address)).status, address).toBe(200);
    }
    const { status, body } = await askHost(port, `${base}no/such/page/`);
    expect(status).toBe(404);
    expect(body.equals(readFileSync(`${folder}/404.html`))).toBe(true);
  }

  test('works as plain files', async () => {
    const { server, url } = await serveFolder(folder, { port: 0, base });
    await check(Number(new URL(url).port));
    server.close();
  }, 30_000);

  for (const name of ['nginx', 'caddy'] satisfies HostName[]) {
    test.skipIf(!hasHost(name))(
      `works with ${name}`,
      async () => {
        const host = await startHost(name, folder, { compress: false });
        await check(host.port).finally(() => host.close());
      },
      30_000,
    );
  }
});
