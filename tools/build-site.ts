import { execFileSync } from 'node:child_process';

/** Options of {@link buildSite}. */
export interface BuildOptions {
  /** Folder for the build. */
  outDir?: string;
  /** Root of the project; the current folder unless given. */
  root?: string;
  /** Settings, such as `SITE` and `BASE`. */
  env?: Record<string, string>;
  /** Arguments of Node itself. */
  nodeArguments?: string[];
}

/**
 * Builds the site in a process of its own, without what a test runner sets for itself: its `BASE_URL` would become that of the site.
 * @returns what the build printed
 * @throws with what the build printed, if it fails
 */
export function buildSite({ outDir, root = process.cwd(), env = {}, nodeArguments = [] }: BuildOptions): string {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|BASE_URL$|NODE_ENV$|TEST$|DEV$|PROD$|MODE$|SSR$)/.test(name),
  );
  const astro = ['node_modules/astro/bin/astro.mjs', 'build', ...(outDir ? ['--outDir', outDir] : [])];
  return execFileSync(process.execPath, [...nodeArguments, ...astro], {
    cwd: root,
    env: { ...Object.fromEntries(kept), ASTRO_TELEMETRY_DISABLED: '1', ...env },
    encoding: 'utf8',
    stdio: 'pipe',
    maxBuffer: 64e6,
  });
}
