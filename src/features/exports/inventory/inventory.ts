import { deflateSync } from 'node:zlib';
import type { InventoryName } from './names.ts';

/**
 * The `objects.inv` that Sphinx, MyST and Jupyter Book read, version 2: four lines of text and the names, deflated.
 * With it a course links by name, as `:doc:`, `:ref:` or `:term:`, and its own build tells of a name that is gone.
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
