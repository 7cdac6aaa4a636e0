import { createHash } from 'node:crypto';

const script = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;

const hashes = new Map<string, string>();

/** Source expression with the hash of an inline script or style. Cached, because pages share nearly all of them. */
function hash(text: string): string {
  const known = hashes.get(text);
  if (known) return known;
  const made = `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  hashes.set(text, made);
  return made;
}

/** Hashes of the inline scripts. Data blocks such as JSON-LD do not count. */
function scriptHashes(html: string): string[] {
  const inline = [...html.matchAll(script)].filter(
    ([, attributes]) => !/\s(?:src=|type="application\/)/.test(attributes!),
  );
  return [...new Set(inline.map(([, , text]) => hash(text!)))];
}

/** Directives by name. Unlisted fetch directives fall back to `default-src 'none'`. */
export type Policy = Record<string, string[]>;

/**
 * The strictest policy under which a page still works: only its own inline code, and its own host.
 * @param host origin that the site is built for: in a saved copy of a page `'self'` matches nothing, but images keep their addresses
 */
export function policyFor(html: string, host?: string): Policy {
  const own = ["'self'", ...(host ? [host] : [])];
  const lab = html.includes(' data-lab=');
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...scriptHashes(html), ...(lab ? ["'wasm-unsafe-eval'"] : [])],
    // The emulator of a lab is WebAssembly in a worker. No other page may use either.
    ...(lab ? { 'worker-src': ["'self'"] } : {}),
    // Allowed without hashes: a proxy that removes a space would leave the page without styles. Besides, Starlight and its code blocks pass numbers
    // to CSS in style attributes, and no content comes from third parties.
    'style-src': [...own, "'unsafe-inline'"],
    'img-src': [...own, 'data:'],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
  };
}

/** Inserts the policy at the start of the page's head, after the charset. */
export function withPolicy(html: string, policy: Policy): string {
  const meta = `<meta http-equiv="content-security-policy" content="${formatPolicy(policy)}"/>`;
  return html.replace(/<head>\s*(<meta charset="[^"]*"\s*\/?>)?/i, (head) => head + meta);
}

/** The union of several policies, for hosts that send one header for all pages. */
export function joinPolicies(policies: Iterable<Policy>): Policy {
  const joined: Policy = {};
  for (const policy of policies) {
    for (const [name, values] of Object.entries(policy))
      joined[name] = [...new Set([...(joined[name] ?? []), ...values])];
  }
  return joined;
}

/** Serialises a policy for a header or a meta tag. */
export const formatPolicy = (policy: Policy) =>
  Object.entries(policy)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
