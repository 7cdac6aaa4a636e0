import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { requireFreshBuild } from '#features/permalinks/verify/fresh-build.ts';

const root = mkdtempSync(path.join(tmpdir(), 'fresh-build-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Writes a file that was last changed at a minute of the day. */
function write(file: string, minute: number): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), '');
  utimesSync(path.join(root, file), minute * 60, minute * 60);
}
const check = () => requireFreshBuild(root, path.join(root, 'dist'));

test('a build is refused when there is none, or when a source is newer, with the name of the source', () => {
  write('content/docs/a.mdx', 1);
  expect(check).toThrow(/dist holds no finished build. Run npm run build first/);
  write('dist/_headers', 2);
  expect(check).not.toThrow();
  write('content/data/published.txt', 3);
  expect(check).not.toThrow();
  write('content/docs/a.mdx', 3);
  expect(check).toThrow(/dist is older than content\/docs\/a\.mdx. Run npm run build first/);
});
