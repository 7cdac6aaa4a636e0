import { spawnSync } from 'node:child_process';
import { hasHost } from '../../deploy/lib/run.ts';
import { aptInstall } from '../../tools/debian.ts';

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

/** Gets the two servers and the readers onto the machine where that is possible; elsewhere their tests are skipped, and say so. */
export default function setup(): void {
  if (hasHost('nginx') && hasHost('caddy') && hasReaders()) return;
  aptInstall(...packages);
  if (!hasHost('nginx') || !hasHost('caddy') || !hasReaders())
    console.warn(
      `Servers or readers are missing, so their tests are skipped. On Debian: apt-get install ${packages.join(' ')}`,
    );
}
