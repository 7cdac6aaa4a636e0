import { spawnSync } from 'node:child_process';
import { hasHost } from '../deploy/lib/run.ts';
import { aptInstall } from './debian.ts';

const packages = [
  'nginx-light',
  'libnginx-mod-http-brotli-static',
  'caddy',
  'python3-sphinx',
  'python3-myst-parser',
  'python3-feedparser',
  'pandoc',
];

/** Whether Debian's own Python has what the tests of inventory and feed read with. */
const hasReaders = () =>
  spawnSync('/usr/bin/python3', ['-c', 'import sphinx, feedparser, myst_parser']).status === 0 &&
  spawnSync('pandoc', ['--version']).status === 0;

const hasAll = () => hasHost('nginx') && hasHost('caddy') && hasReaders();

/**
 * Installs the two servers and the readers of inventory and feed, if that is possible without prompting.
 * @returns what to do where some are still missing
 */
export function ensureHosts(): string | undefined {
  if (hasAll()) return undefined;
  aptInstall(...packages);
  return hasAll() ? undefined : `On Debian: apt-get install ${packages.join(' ')}`;
}
