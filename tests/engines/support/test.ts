import { test as base, expect } from '@playwright/test';
import { sidebarAddresses } from '#model/sidebar.ts';
import { findEngine, packages, type EngineName } from '../../../tools/browsers/engines.ts';
import type { Engine } from './engine.ts';
import { startPuppeteer } from './puppeteer.ts';
import { serveWatched } from './server.ts';
import { startWebKit } from './webkit.ts';

/** Addresses of all reading pages and of those that the code makes. */
export const addresses = ['/', ...sidebarAddresses(), '/topics/', '/search/?q=kernel', '/embed/stack-vms/'];

/** Starts an engine on a site. */
export function start(name: EngineName, site: string, forcedColours = false): Promise<Engine> {
  const paths = findEngine(name)!;
  return name === 'webkit' ? startWebKit(paths, site) : startPuppeteer(name, paths.program, site, forcedColours);
}

/** Tests that get an engine: the one that the project is named after, started once a worker. */
export const test = base.extend<object, { site: string; engine: Engine }>({
  site: [
    // Playwright reads the names of fixtures from the pattern.
    async ({}, use) => {
      const { server, url } = await serveWatched();
      await use(url);
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
  engine: [
    async ({ site }, use, { project }) => {
      const name = project.name as EngineName;
      if (!findEngine(name)) {
        // Where tests decide, the setup has already ended the run.
        base.skip(true, `${name} is not on this machine. On Debian: apt-get install ${packages[name].join(' ')}`);
      }
      const engine = await start(name, site);
      await use(engine);
      await engine.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

export { expect };
