import wasm from 'v86/build/v86.wasm?url';
import manifest from '../image/files/manifest.json';
import type { Manifest, PartName } from '../machine/files.ts';

// What only the site's bundler knows: the addresses of the machine's files and of the worker, with hashes in their names, below the site's base path.

const addresses = import.meta.glob<string>('../image/files/*.{bin,zst,txt}', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** The manifest of the machine. */
export const machineManifest = manifest as Manifest;

/** Address of each part of the machine. */
export const machineUrls = Object.fromEntries(
  Object.entries(machineManifest.files).map(([part, { name }]) => [
    part,
    part === 'wasm' ? wasm : addresses[`../image/files/${name}`]!,
  ]),
) as Record<PartName, string>;

/** Creates a worker for a `LabClient`. */
export const newWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
