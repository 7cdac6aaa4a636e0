import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Tinypool } from 'tinypool';
import { writeAtomic } from './write-atomic.ts';

/** Cache folder of rendered images, relative to the project root. */
export const rasterCache = 'node_modules/.cache/raster';
const begun = new Map<string, Promise<Uint8Array>>();
let threads: Tinypool | undefined;

const startThreads = () =>
  new Tinypool({
    // Relative to the project root, because the build moves this file.
    filename: pathToFileURL(path.resolve('src/shared/png-worker.ts')).href,
    minThreads: 0,
    maxThreads: Math.min(2, Math.max(1, availableParallelism() - 1)),
  });

/**
 * Renders an SVG to a PNG of the given width in pixels, in a worker thread. Callers that know in advance what they need should start early and await late.
 * Cached by content, because every build renders the same drawings.
 */
export function toPng(svg: string, width: number): Promise<Uint8Array> {
  const file = `${rasterCache}/${createHash('sha256').update(svg).update(String(width)).digest('hex')}.png`;
  const known = begun.get(file);
  if (known) return known;
  const png = readOrMake(file, svg, width);
  begun.set(file, png);
  // Later callers find the file, so the image need not stay in memory. A failure is reported to the callers that wait.
  png.then(
    () => begun.delete(file),
    () => undefined,
  );
  return png;
}

async function readOrMake(file: string, svg: string, width: number): Promise<Uint8Array> {
  if (existsSync(file)) return readFileSync(file);
  threads ??= startThreads();
  const png = (await threads.run({ svg, width })) as Uint8Array;
  writeAtomic(file, png);
  return png;
}
