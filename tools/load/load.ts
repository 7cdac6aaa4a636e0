// npm run test:load [-- requests]: nginx with our configuration under load, killed in the middle, and provoked. On the loopback address only.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startHost, hasHost } from '../../deploy/lib/run.ts';
import { crowd, targetsIn } from './crowd.ts';
import { hostileRequests, provoke } from './malformed.ts';
import { makeJudge } from './judge.ts';

const requests = Number(process.argv[2] ?? 200_000);
const connections = 200;
if (!hasHost('nginx'))
  throw new Error('nginx is missing. On Debian: apt-get install nginx-light libnginx-mod-http-brotli-static');

const host = await startHost('nginx');
const faults: string[] = [];
try {
  writeFileSync(path.join(path.dirname(host.root), 'secret.txt'), 'this is outside');
  const targets = targetsIn(host.root);
  let restart: Promise<void> | undefined;
  const passed = (made: number) => {
    // All of its processes at once, while every connection waits for an answer.
    if (made >= requests / 2) restart ??= host.kill().then(() => host.start());
  };
  const load = await crowd(host.port, targets, { requests, connections, passed });
  await restart;
  const rate = Math.round(requests / load.seconds);
  console.log(
    `${requests} requests over ${targets.length} files at ${connections} connections in ${load.seconds.toFixed(1)} s (${rate}/s, ${(load.bytes / 1e9).toFixed(2)} GB): ` +
      `${load.right} right to the last byte, ${load.wrong.length} wrong, ${load.lost} lost as nginx was killed and started again`,
  );
  if (load.wrong.length > 0) faults.push(`wrong answers for ${[...new Set(load.wrong)].slice(0, 10).join(', ')}`);
  if (load.lost > connections) faults.push(`${load.lost} requests lost, more than were in flight`);
  if (load.right + load.lost + load.wrong.length !== requests) faults.push('some requests have no outcome');

  const files = globSync('**/*.*', { cwd: host.root }).map((file) => readFileSync(path.join(host.root, file)));
  const judge = makeJudge(files);
  const hostile = hostileRequests();
  const started = performance.now();
  const [after, ...found] = await Promise.all([
    crowd(host.port, targets, { requests: 5000, connections: 20 }),
    ...hostile.map(async (request) => ({ request, fault: judge(await provoke(host.port, request)) })),
  ]);
  const bad = found.filter(({ fault }) => fault);
  faults.push(
    ...bad
      .slice(0, 10)
      .map(
        ({ request, fault }) => `${request.name} ${JSON.stringify(request.pieces.join('').slice(0, 80))} got ${fault}`,
      ),
  );
  if (after.lost + after.wrong.length > 0)
    faults.push(`${after.lost + after.wrong.length} readers were disturbed by them`);
  console.log(
    `${hostile.length} slow, cut and malformed requests in ${((performance.now() - started) / 1000).toFixed(1)} s: ${hostile.length - bad.length} got an answer or a close; 5000 readers beside them got what they asked for: ${after.right}`,
  );
} finally {
  await host.close();
}
console.log(faults.length === 0 ? 'Holds.' : `Does not hold:\n${faults.join('\n')}`);
process.exitCode = faults.length === 0 ? 0 : 1;
