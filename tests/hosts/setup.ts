import { ensureHosts } from '../../tools/ensure-hosts.ts';

/** Gets the two servers and the readers onto the machine where that is possible; elsewhere their tests are skipped, and say so. */
export default function setup(): void {
  const missing = ensureHosts();
  if (missing) console.warn(`Servers or readers are missing, so their tests are skipped. ${missing}`);
}
