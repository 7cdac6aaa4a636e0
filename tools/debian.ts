import { spawnSync } from 'node:child_process';

/**
 * Installs packages with apt-get where that is possible without prompting: as root on Debian, as in a container of a CI.
 * @returns whether it was tried
 */
export function aptInstall(...packages: string[]): boolean {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], { env, timeout: 600_000, stdio: ['ignore', 'ignore', 'inherit'] });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
  return true;
}
