// npm run page:move -- /from/ /to/: moves a page, updates all links to it and records the redirect, or changes nothing at all.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { planMove } from '../move/plan.ts';
import { requireClean, restore, write } from '../move/working-tree.ts';

const [from, to] = process.argv.slice(2);
const root = process.cwd();

function fail(message: string): never {
  console.error(`Not moved. ${message}`);
  process.exit(1);
}

/** Moves the page and checks the content. Restores the last commit if the check fails or the move is interrupted. */
async function move(from: string, to: string): Promise<number> {
  requireClean(root);
  const changes = planMove(root, from, to, new Date().toISOString().slice(0, 10));
  const files = [...changes.keys()];
  requireClean(root, files);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => (restore(root, files), fail('Interrupted; everything is as it was.')));
  try {
    write(root, changes);
    // In another process and awaited, so that signals are handled meanwhile.
    await promisify(execFile)(process.execPath, ['src/features/content-check/cli/check-content.ts'], { cwd: root });
  } catch (error) {
    restore(root, files);
    const { stdout } = error as { stdout?: string };
    throw stdout ? new Error(`The content check would fail:\n${stdout}`, { cause: error }) : error;
  }
  return files.length;
}

if (!from || !to) fail('Say from where to where: npm run page:move -- /section/page/ /section/other/');
try {
  const files = await move(from, to);
  console.log(`${from} is now ${to}; ${files} files changed. Next: npm run build, npm run links:accept, npm test.`);
} catch (error) {
  fail((error as Error).message);
}
