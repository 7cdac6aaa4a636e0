import { execFileSync } from 'node:child_process';

/** Options of {@link buildSite}. */
export interface BuildOptions {
  /** Folder for the build. */
  outDir?: string;
  /** Root of the project; the current folder unless given. */
  root?: string;
  /** Settings, such as `SITE` and `BASE`. */
  env?: Record<string, string>;
}

/**
 * Builds the site in a process of its own, without what a test runner sets for itself: its `BASE_URL` would become that of the site.
 * @throws with what the build said, if it fails
 */
export function buildSite({ outDir, root = process.cwd(), env = {} }: BuildOptions): string {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|BASE_URL$|NODE_ENV$|TEST$|DEV$|PROD$|MODE$|SSR$)/.test(name),
  );
  return execFileSync('npx', ['astro', 'build', ...(outDir ? ['--outDir', outDir] : [])], {
    cwd: root,
    env: { ...Object.fromEntries(kept), ...env },
    encoding: 'utf8',
    stdio: 'pipe',
    shell: process.platform === 'win32',
  });
}
