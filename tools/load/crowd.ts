import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Connection, type Outcome, type Target } from './connection.ts';

/** Every page and every file that pages name, with the bytes that go over the wire for a browser that takes brotli. */
export function targetsIn(root: string): Target[] {
  return globSync('**/*.{html,js,svg,xml,txt,json}', { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file !== '404.html')
    .sort()
    .map((file) => {
      const name = path.join(root, file);
      const sent = existsSync(`${name}.br`) ? `${name}.br` : name;
      return { address: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, body: readFileSync(sent) };
    });
}

/** How a crowd fared. */
export interface CrowdResult {
  right: number;
  lost: number;
  /** Addresses that were answered wrongly. */
  wrong: string[];
  seconds: number;
  bytes: number;
}

/**
 * Asks for all targets in turn, over many connections at once, until a number of requests is made.
 * @param passed told the number of requests made so far, at every thousandth
 */
export async function crowd(
  port: number,
  targets: readonly Target[],
  { requests, connections, passed }: { requests: number; connections: number; passed?: (made: number) => void },
): Promise<CrowdResult> {
  const result: CrowdResult = { right: 0, lost: 0, wrong: [], seconds: 0, bytes: 0 };
  let made = 0;
  const next = (): Target | undefined => {
    if (made >= requests) return undefined;
    made += 1;
    if (made % 1000 === 0) passed?.(made);
    return targets[made % targets.length];
  };
  const tell = (outcome: Outcome, { address, body }: Target) => {
    if (outcome === 'wrong') result.wrong.push(address);
    else result[outcome] += 1;
    if (outcome === 'right') result.bytes += body.length;
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, () => new Connection(port, next, tell).run()));
  result.seconds = (performance.now() - started) / 1000;
  return result;
}
