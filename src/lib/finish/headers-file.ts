import { formatPolicy, type Policy } from './policy.ts';

/** What carries its version in its name, and so never changes. */
const forever = '  Cache-Control: public, max-age=31536000, immutable';

/**
 * The `_headers` file: how Netlify and Cloudflare Pages serve the build, and what the rules for other hosts are made from.
 * @param index folder of the search index, below the root, with its version in its name
 */
export function headersFile(policy: Policy, base: string, index: string): string {
  return [
    '# Made by the build. For Netlify and Cloudflare Pages.',
    '/*',
    // No rule about who may frame: courses frame the diagrams, hosts add up the policies of all rules that fit,
    // and on these pages there is nothing that a reader could be tricked into.
    `  Content-Security-Policy: ${formatPolicy(policy)}`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    '  Permissions-Policy: camera=(), geolocation=(), microphone=()',
    `${base}_astro/*`,
    forever,
    `${base}${index}/*`,
    forever,
    '',
  ].join('\n');
}
