import { execFileSync } from 'node:child_process';

/** Options of {@link buildSite}. */
export interface BuildOptions {
  /** Folder to build into. */
  outDir?: string;
  /** Root of the project. Default: the current folder. */
  root?: string;
  /** Environment variables, such as `SITE` and `BASE`. */
  env?: Record<string, string>;
  /** Arguments for Node itself. */
  nodeArguments?: string[];
}

/**
 * Builds the site in a process of its own, without the environment variables of a test runner: its `BASE_URL` would become that of the site.
 * @returns the output of the build
 * @throws with the output of the build, if it fails
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
