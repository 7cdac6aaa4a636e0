import { setTimeout as wait } from 'node:timers/promises';

/**
 * Waits until a server responds, with any status.
 * @returns whether it responded in time
 */
export async function answers(url: string, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    try {
      await (await fetch(url, { redirect: 'manual' })).body?.cancel();
      return true;
    } catch {
      await wait(50);
    }
  }
  return false;
}
