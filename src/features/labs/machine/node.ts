import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LoadPart, type Manifest, Parts } from './files.ts';

/** Folder of the built machine. */
export const filesFolder = fileURLToPath(new URL('../image/files/', import.meta.url));

/** Path of the emulator's WebAssembly in the npm package, where it stays: it is not copied into the repository. */
const wasmFile = fileURLToPath(import.meta.resolve('v86').replace(/libv86\.mjs$/, 'v86.wasm'));

/** The manifest of the built machine. */
export const readManifest = (folder = filesFolder) =>
  JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Manifest;

/** Path of a part on the disk. */
export const partPath = (part: string, name: string, folder = filesFolder) =>
  part === 'wasm' ? wasmFile : path.join(folder, name);

/** Loads parts from the disk. */
export const loadFromDisk =
  (folder = filesFolder): LoadPart =>
  async (part, file) =>
    readFileSync(partPath(part, file.name, folder));

/** The parts of the built machine, for Node. */
export const diskParts = (folder = filesFolder) => new Parts(readManifest(folder), loadFromDisk(folder));
