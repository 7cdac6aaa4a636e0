import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersFile } from './headers-file.ts';
import { formatPolicy, joinPolicies, policyFor, withPolicy, type Policy } from './policy.ts';

export { readHeaders, type HostHeaders } from './headers-file.ts';
export { formatPolicy, policyFor } from './policy.ts';

/** Options of {@link security}. */
export interface SecurityOptions {
  /** Folders of a build whose files never change under the same name, relative to its root, in addition to Astro's own. */
  immutable?: (dist: string) => string[];
}

/**
 * Adds a content security policy to every page and writes `_headers`. Must run after every integration that writes HTML, because policies hash inline scripts.
 */
export default function security({ immutable = () => [] }: SecurityOptions = {}): AstroIntegration {
  let base = '/';
  let origin: string | undefined;
  return {
    name: 'security',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
        origin = config.site && new URL(config.site).origin;
      },
      'astro:build:done': ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const policies = new Map<string, Policy>();
        for (const file of globSync('**/*.html', { cwd: dist })) {
          const page = readFileSync(path.join(dist, file), 'utf8');
          const policy = policyFor(page, origin);
          policies.set(formatPolicy(policy), policy);
          writeFileSync(path.join(dist, file), withPolicy(page, policy));
        }
        const folders = ['_astro', ...immutable(dist)];
        writeFileSync(path.join(dist, '_headers'), headersFile(joinPolicies(policies.values()), base, folders));
        logger.info(`${policies.size} different policies`);
      },
    },
  };
}
