// npm run test:load [-- requests]: nginx with our configuration under load, killed halfway, and sent malformed requests. On the loopback address
// only.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { hasHost, startHost } from '../../deploy/lib/run.ts';
import { answerCheck, malformedRequests, send } from './malformed.ts';

const amount = Number(process.argv[2] ?? 200_000);
const connections = 200;
if (!hasHost('nginx'))
  throw new Error('nginx is missing. On Debian: apt-get install nginx-light libnginx-mod-http-brotli-static');

const host = await startHost('nginx');
const origin = `http://127.0.0.1:${host.port}`;
const faults: string[] = [];
const files = globSync('**/*.{html,js,svg,xml,txt,json}', { cwd: host.root })
  .filter((file) => file !== '404.html')
  .map((file) => ({
    address: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
    body: readFileSync(path.join(host.root, file)),
  }));

/** Requests every file and compares all its bytes. A request that is cut off by the end of the server is repeated. */
async function readAll(): Promise<number> {
  for (const { address, body } of files) {
    const answer = await fetchPatiently(origin + address);
    if (!Buffer.from(answer).equals(body)) faults.push(`${address} did not arrive as it was built`);
  }
  return files.length;
}

async function fetchPatiently(url: string, tries = 100): Promise<ArrayBuffer> {
  try {
    const answer = await fetch(url);
    return await answer.arrayBuffer();
  } catch (error) {
    if (tries === 0) throw error;
    await wait(50);
    return fetchPatiently(url, tries - 1);
  }
}

async function underLoad(): Promise<void> {
  let answered = 0;
  let back = false;
  const afterwards = { answered: 0, lost: 0 };
  let restart: Promise<void> | undefined;
  const requests = files.map(({ address }) => ({ path: address, headers: { 'accept-encoding': 'br' } }));
  const run = new Promise<autocannon.Result>((done, fail) =>
    autocannon({ url: origin, connections, amount, requests }, (error, result) => (error ? fail(error) : done(result)))
      .on('response', () => {
        answered += 1;
        if (back) afterwards.answered += 1;
        // Kills all processes at once, while every connection waits for an answer.
        if (answered > amount / 2)
          restart ??= host
            .kill()
            .then(() => host.start())
            .then(() => void (back = true));
      })
      .on('reqError', () => {
        if (back) afterwards.lost += 1;
      }),
  );
  const [result, read] = await Promise.all([run, readAll()]);
  await restart;
  const { duration, errors, non2xx, requests: made, throughput } = result;
  console.log(
    `${made.total} requests over ${files.length} files at ${connections} connections in ${duration.toFixed(1)} s (${Math.round(made.total / duration)}/s, ${(throughput.total / 1e9).toFixed(2)} GB), ` +
      `${errors} lost as nginx was killed and started again; ${read} files read meanwhile and compared to the last byte`,
  );
  if (non2xx > 0) faults.push(`${non2xx} answers were no success`);
  if (!restart) faults.push('nginx was never killed');
  // How many are refused until it is back depends on how long a busy machine takes. What matters is that none goes missing, and none is lost
  // afterwards.
  if (made.total + errors < amount - connections)
    faults.push(`${amount - made.total - errors} of ${amount} requests were neither answered nor refused`);
  if (afterwards.answered === 0) faults.push('nothing was answered after nginx was started again');
  if (afterwards.lost > connections)
    faults.push(`${afterwards.lost} requests were lost after nginx was started again, more than were under way`);
}

async function underMalformed(): Promise<void> {
  const faultOf = answerCheck(
    globSync('**/*.*', { cwd: host.root }).map((file) => readFileSync(path.join(host.root, file))),
  );
  const [read, ...found] = await Promise.all([
    readAll(),
    ...malformedRequests.map(async (request) => ({ request, fault: faultOf(await send(host.port, request)) })),
  ]);
  for (const { request, fault } of found)
    if (fault) faults.push(`${JSON.stringify(request.pieces.join('').slice(0, 80))} got ${fault}`);
  console.log(`${malformedRequests.length} malformed and slow requests; ${read} files read beside them and compared`);
}

try {
  writeFileSync(path.join(path.dirname(host.root), 'secret.txt'), 'this is outside');
  await underLoad();
  await underMalformed();
} finally {
  await host.close();
}
console.log(faults.length === 0 ? 'Holds.' : `Does not hold:\n${faults.slice(0, 20).join('\n')}`);
process.exitCode = faults.length === 0 ? 0 : 1;
