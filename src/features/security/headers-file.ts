import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { formatPolicy, type Policy } from './policy.ts';

/** What carries its version in its name, and so never changes. */
const forever = '  Cache-Control: public, max-age=31536000, immutable';

/**
 * The `_headers` file: how Netlify and Cloudflare Pages serve the build, and what the rules for other hosts are made from.
 * @param immutable folders below the root whose files never change under one name
 */
export function headersFile(policy: Policy, base: string, immutable: readonly string[]): string {
  return [
    '# Made by the build. For Netlify and Cloudflare Pages.',
    '/*',
    // No rule about who may frame: courses frame the diagrams, hosts add up the policies of all rules that fit,
    // and on these pages there is nothing that a reader could be tricked into.
    `  Content-Security-Policy: ${formatPolicy(policy)}`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    '  Permissions-Policy: camera=(), geolocation=(), microphone=()',
    ...immutable.flatMap((folder) => [`${base}${folder}/*`, forever]),
    '',
  ].join('\n');
}

/** What a build says about how it wants to be served. */
export interface HostHeaders {
  /** Sub-path of the site, with slashes at both ends. */
  base: string;
  /** Headers of every answer. */
  headers: [name: string, value: string][];
}

/**
 * Reads the rules from the `_headers` file of a build, so that every host sends what Netlify and Cloudflare do.
 * @throws if the folder holds no finished build, or its file has no rule for all pages
 */
export function readHeaders(folder: string): HostHeaders {
  const file = path.join(folder, '_headers');
  if (!existsSync(file)) throw new Error(`${file} is missing. Run "npm run build" first.`);
  const lines = readFileSync(file, 'utf8').split('\n');
  const start = lines.indexOf('/*');
  if (start < 0)
    throw new Error(
      `${file}: there is no rule "/*". Build again; src/features/security/headers-file.ts writes the file.`,
    );
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => !line.startsWith('  '));
  const headers = rest.slice(0, end).map((line): [string, string] => {
    const at = line.indexOf(':');
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  });
  const base = lines.find((line) => line.endsWith('_astro/*'))?.slice(0, -'_astro/*'.length) ?? '/';
  return { base, headers };
}
