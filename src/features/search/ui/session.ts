import { Engine, type Answer, type Load } from '../engine/engine.ts';
import { indexFolder, pointerFile } from '../format.ts';
import { withBase } from '#shared/url.ts';

const load: Load = async (path) => {
  const address = withBase(`/${indexFolder}/${path}`, import.meta.env.BASE_URL);
  // The pointer names the folder of the newest index; everything else is in a folder that never changes.
  const response = await fetch(address, path === pointerFile ? { cache: 'no-cache' } : {});
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

/** Milliseconds after which the reader is told that a search is still running. */
const patience = 300;

let engine: Promise<Engine> | undefined;

/** Opens the index once. After a failure, the next call tries again. */
export function openEngine(): Promise<Engine> {
  engine ??= Engine.open(load);
  engine.catch(() => (engine = undefined));
  return engine;
}

/** Outcome of a query; an empty one has no answer. */
export type Outcome = { query: string; answer: Answer | undefined } | { query: string; broken: true };

/**
 * Answers queries one at a time and skips those that were overtaken meanwhile, so that results never come out of order.
 * @param most maximum number of pages to find
 * @param show called with the outcome of each query that was answered
 * @param wait called if an answer takes so long that nothing seems to happen
 */
export function querySession(
  most: number,
  show: (outcome: Outcome) => void,
  wait: () => void,
): (query: string, settled: boolean) => void {
  let next: { query: string; settled: boolean } | undefined;
  let busy = false;
  return async (query, settled) => {
    next = { query, settled };
    if (busy) return;
    busy = true;
    const slow = setTimeout(wait, patience);
    try {
      while (next !== undefined) {
        const current: NonNullable<typeof next> = next;
        next = undefined;
        const outcome = await answer(current.query, most, current.settled);
        if (next === undefined) show(outcome);
      }
    } finally {
      clearTimeout(slow);
      busy = false;
    }
  };
}

async function answer(query: string, most: number, settled: boolean): Promise<Outcome> {
  if (query.trim() === '') return { query, answer: undefined };
  try {
    return { query, answer: await (await openEngine()).search(query, { most, settled }) };
  } catch {
    return { query, broken: true };
  }
}
