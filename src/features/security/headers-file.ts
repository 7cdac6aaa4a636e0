import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { formatPolicy, type Policy } from './policy.ts';

/** For files with a content hash or a version in their name. */
const forever = '  Cache-Control: public, max-age=31536000, immutable';

/**
 * The `_headers` file, which Netlify and Cloudflare Pages read and from which the rules for other hosts are generated.
 * @param immutable folders, relative to the root, whose files never change under the same name
 */
export function headersFile(policy: Policy, base: string, immutable: readonly string[]): string {
  return [
    '# Made by the build. For Netlify and Cloudflare Pages.',
    '/*',
    // No frame-ancestors: courses frame the diagrams, hosts combine the policies of all matching rules, and nothing on these pages could be used for
    // clickjacking.
    `  Content-Security-Policy: ${formatPolicy(policy)}`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    '  Permissions-Policy: camera=(), geolocation=(), microphone=()',
    ...immutable.flatMap((folder) => [`${base}${folder}/*`, forever]),
    '',
  ].join('\n');
}

/** How a build wants to be served. */
export interface HostHeaders {
  /** Sub-path of the site, with slashes at both ends. */
  base: string;
  /** Headers of every response. */
  headers: [name: string, value: string][];
}

/**
 * Reads the rules from the `_headers` file of a build, so that every host sends the same headers as Netlify and Cloudflare.
 * @throws if the folder does not contain a finished build, or its file has no rule for all pages
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
