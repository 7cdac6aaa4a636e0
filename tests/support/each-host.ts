import { afterAll, beforeAll, describe } from 'vitest';
import { hasHost, startHost, type Host, type HostName } from '../../deploy/lib/run.ts';
import { askHost, type Answer } from './ask.ts';

/** A host that serves for the tests of one block. */
export interface Serving {
  name: HostName;
  /** The host, once the first test has begun. */
  host: () => Host;
  /** Asks it for a path, as it was typed. */
  ask: (path: string, headers?: Record<string, string>, method?: string) => Promise<Answer>;
}

/**
 * Runs the same tests with nginx and with Caddy, each started once and ended after them. A host that is not installed is skipped.
 * @param what what is tested, behind the host's name
 * @param folder a built site that is compressed already
 */
export function describeHosts(what: string, folder: string, tests: (serving: Serving) => void): void {
  for (const name of ['nginx', 'caddy'] satisfies HostName[])
    describe.skipIf(!hasHost(name))(`${name} ${what}`, () => {
      let host: Host;
      beforeAll(async () => {
        host = await startHost(name, folder, { compress: false });
      }, 30_000);
      afterAll(() => host?.close());
      tests({ name, host: () => host, ask: (path, headers, method) => askHost(host.port, path, headers, method) });
    });
}
