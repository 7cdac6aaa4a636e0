// npm run page:move -- /from/ /to/: moves a page, leads all links to its new address and records the redirect, or does nothing at all.
import { spawnSync } from 'node:child_process';
import { apply, keep, restore } from '../move/apply.ts';
import { planMove } from '../move/plan.ts';

const [from, to] = process.argv.slice(2);
const root = process.cwd();

function fail(message: string): never {
  console.error(`Not moved. ${message}`);
  process.exit(1);
}

if (restore(root)) console.log('An earlier move was interrupted; everything is as it was before it.');
if (!from || !to) fail('Say from where to where: npm run page:move -- /section/page/ /section/other/');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    // Nothing to go back to means that the move is done.
    if (restore(root)) fail('Interrupted; everything is as it was.');
    process.exit(1);
  });

try {
  const changes = planMove(root, from, to, new Date().toISOString().slice(0, 10));
  apply(root, changes);
  const check = spawnSync(process.execPath, ['src/features/content-check/cli.ts'], { cwd: root, encoding: 'utf8' });
  if (check.status !== 0) throw new Error(`The content would not be sound:\n${check.stdout}${check.stderr}`);
  keep(root);
  console.log(
    `${from} is now ${to}; ${changes.size} files changed. Next: npm run build, npm run links:accept, npm test.`,
  );
} catch (error) {
  restore(root);
  fail((error as Error).message);
}
