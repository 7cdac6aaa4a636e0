import { existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';
import { registryFile } from './registry.ts';

/** A file that the build writes near its end, and the sources of the build. */
const written = '_headers';
const sources = '{content,src,public}/**/*.*';

/**
 * Throws if a build is not finished or older than its sources, because its addresses would be out of date.
 * @param root root of the project
 * @param dist folder of the build
 * @throws with what to do
 */
export function requireFreshBuild(root: string, dist: string): void {
  const marker = path.join(dist, written);
  if (!existsSync(marker)) throw new Error(`${dist} holds no finished build. Run npm run build first.`);
  const built = statSync(marker).mtimeMs;
  const newer = globSync(sources, { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    // The registry is written after the build, from its result.
    .find((file) => file !== registryFile && statSync(path.join(root, file)).mtimeMs > built);
  if (newer !== undefined) throw new Error(`${dist} is older than ${newer}. Run npm run build first.`);
}
