import { existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';
import { registryFile } from './registry.ts';

/** What the build writes nearly last, and what it is made of. */
const written = '_headers';
const sources = '{content,src,public}/**/*.*';

/**
 * Refuses a build that is not finished or that does not have the latest sources in it, since what it says of addresses is then out of date.
 * @param root the project
 * @param dist folder of the build
 * @throws with what to do
 */
export function requireFreshBuild(root: string, dist: string): void {
  const marker = path.join(dist, written);
  if (!existsSync(marker)) throw new Error(`${dist} holds no finished build. Run npm run build first.`);
  const built = statSync(marker).mtimeMs;
  const newer = globSync(sources, { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    // The registry is written after the build, of what was built.
    .find((file) => file !== registryFile && statSync(path.join(root, file)).mtimeMs > built);
  if (newer !== undefined) throw new Error(`${dist} is older than ${newer}. Run npm run build first.`);
}
