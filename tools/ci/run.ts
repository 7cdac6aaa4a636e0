// npm run ci:parts: what .ci/run runs after npm test, parts beside each other where that leaves fewer processors idle. The first failure ends it.
import { ensureEngines } from '../browsers/engines.ts';
import { requireTools } from '../commands/disk.ts';
import { ensureHosts } from '../ensure-hosts.ts';
import { lanes } from './lanes.ts';
import { runLanes } from './run-lanes.ts';

// Each part installs what it lacks, but apt-get refuses to run twice at a time, so all is installed before. What cannot be is told by the part.
ensureHosts();
ensureEngines();
requireTools();

// Each part has a process group of its own, which the keys of a terminal do not reach.
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
try {
  await runLanes(lanes, { logs: 'test-results/ci', signal: stop.signal });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
