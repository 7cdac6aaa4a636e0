import { createHash } from 'node:crypto';

const script = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;

const hashes = new Map<string, string>();

/** Hash of a script or style that stands in the page, in the form that a policy takes. Pages share nearly all of them. */
function hash(text: string): string {
  const known = hashes.get(text);
  if (known) return known;
  const made = `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  hashes.set(text, made);
  return made;
}

/** Hashes of the scripts that stand in the page; data blocks such as JSON-LD are no scripts. */
function scriptHashes(html: string): string[] {
  const inline = [...html.matchAll(script)].filter(
    ([, attributes]) => !/\s(?:src=|type="application\/)/.test(attributes!),
  );
  return [...new Set(inline.map(([, , text]) => hash(text!)))];
}

/** Directives by name; what is not named falls back to `default-src 'none'`. */
export type Policy = Record<string, string[]>;

/**
 * The strictest policy under which a page still works: nothing but what it brings and what its own host serves.
 * @param host origin that the site is built for: a saved copy of a page has no `'self'`, and its pictures keep their addresses
 */
export function policyFor(html: string, host?: string): Policy {
  const own = ["'self'", ...(host ? [host] : [])];
  const lab = html.includes(' data-lab=');
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...scriptHashes(html), ...(lab ? ["'wasm-unsafe-eval'"] : [])],
    // The emulator of a lab is WebAssembly in a worker; no other page may start either.
    ...(lab ? { 'worker-src': ["'self'"] } : {}),
    // Styles by permission and not by hash: a proxy that saves a space would leave the page without any. Starlight and its
    // code blocks pass numbers to the style sheet in style attributes as well, and nothing here is written by a stranger.
    'style-src': [...own, "'unsafe-inline'"],
    'img-src': [...own, 'data:'],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
  };
}

/** A page with its policy as the first thing that a browser reads of it. */
export function withPolicy(html: string, policy: Policy): string {
  const meta = `<meta http-equiv="content-security-policy" content="${formatPolicy(policy)}"/>`;
  return html.replace(/<head>\s*(<meta charset="[^"]*"\s*\/?>)?/i, (head) => head + meta);
}

/** One policy that allows what each of several does: for hosts that send one header for all pages. */
export function joinPolicies(policies: Iterable<Policy>): Policy {
  const joined: Policy = {};
  for (const policy of policies) {
    for (const [name, values] of Object.entries(policy))
      joined[name] = [...new Set([...(joined[name] ?? []), ...values])];
  }
  return joined;
}

/** A policy as a header or a meta tag has it. */
export const formatPolicy = (policy: Policy) =>
  Object.entries(policy)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
