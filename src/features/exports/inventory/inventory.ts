import { deflateSync } from 'node:zlib';
import type { InventoryName } from './names.ts';

/**
 * Generates version 2 of the `objects.inv` that Sphinx, MyST and Jupyter Book read: four lines of text, then the names, deflated.
 * With it a course can link by name with `:doc:`, `:ref:` or `:term:`, and its own build reports names that no longer exist.
 */
export function inventory(project: string, version: string, names: readonly InventoryName[]): Uint8Array {
  const head = [
    '# Sphinx inventory version 2',
    `# Project: ${project}`,
    `# Version: ${version}`,
    '# The remainder of this file is compressed using zlib.',
    '',
  ];
  const body = names.map(({ kind, name, location, shown }) => `${name} ${kind} -1 ${location} ${shown}\n`).join('');
  return Buffer.concat([Buffer.from(head.join('\n')), deflateSync(Buffer.from(body), { level: 9 })]);
}
