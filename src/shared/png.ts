import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Tinypool } from 'tinypool';
import { writeAtomic } from './write-atomic.ts';

/** Where pictures are remembered, from the project's root. */
export const rasterCache = 'node_modules/.cache/raster';
const begun = new Map<string, Promise<Uint8Array>>();
let threads: Tinypool | undefined;

const startThreads = () =>
  new Tinypool({
    // The path is not relative to this file, which the build moves.
    filename: pathToFileURL(path.resolve('src/shared/png-worker.ts')).href,
    minThreads: 0,
    maxThreads: Math.min(2, Math.max(1, availableParallelism() - 1)),
  });

/**
 * An SVG as a PNG of the given width in pixels, made in another thread: who knows beforehand what is needed asks early and waits late.
 * Remembered by content, since the same drawing comes up at every build.
 */
export function toPng(svg: string, width: number): Promise<Uint8Array> {
  const file = `${rasterCache}/${createHash('sha256').update(svg).update(String(width)).digest('hex')}.png`;
  const known = begun.get(file);
  if (known) return known;
  const png = readOrMake(file, svg, width);
  begun.set(file, png);
  // Whoever asks again finds the file, so the picture need not stay in memory. A failure is reported to those who wait.
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
