import { existsSync } from 'node:fs';
import path from 'node:path';

/** Path of the first of these commands found on the `PATH`; `undefined` if there is none. */
export function findCommand(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
}
