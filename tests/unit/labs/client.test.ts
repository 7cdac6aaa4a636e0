import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LabClient } from '#features/labs/browser/client.ts';
import type { FromWorker, ToWorker } from '#features/labs/browser/protocol.ts';

/** A worker that answers every call at once, as long as it lives. */
class FakeWorker {
  alive = true;
  terminated = false;
  readonly asked: ToWorker[] = [];
  onmessage: (event: { data: FromWorker }) => void = () => {};
  onerror: (event: { message: string }) => void = () => {};

  postMessage(message: ToWorker): void {
    this.asked.push(message);
    if (this.alive && 'id' in message) this.onmessage({ data: { answer: message.id, value: undefined } });
  }

  terminate(): void {
    this.terminated = true;
  }
}

const hour = 3_600_000;
let page: EventTarget & { visibilityState: string };
let worker: FakeWorker;
let lost: unknown[][];
let client: LabClient;

const show = (visibilityState: 'visible' | 'hidden') => {
  page.visibilityState = visibilityState;
  page.dispatchEvent(new Event('visibilitychange'));
};
const calls = () => worker.asked.map((message) => ('call' in message ? message.call : 'write'));

beforeEach(() => {
  vi.useFakeTimers();
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  vi.stubGlobal('document', page);
  worker = new FakeWorker();
  lost = [];
  client = new LabClient(worker as unknown as Worker, { failed: (...what) => lost.push(what) });
});
afterEach(() => {
  client.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('The page’s end of the worker', () => {
  it('fails what was asked when the worker dies with an error, and says so once', async () => {
    worker.alive = false;
    const starting = expect(client.start('vm1')).rejects.toMatchObject({ reason: 'emulator-failed' });
    worker.onerror({ message: 'out of memory' });
    worker.onerror({ message: 'again' });
    await starting;
    expect(lost).toEqual([['emulator-failed', { message: 'out of memory' }]]);
    expect(worker.terminated).toBe(true);
    await expect(client.keep()).rejects.toMatchObject({ reason: 'ended' });
  });

  it('gives a worker up that was killed without a word, after a minute', async () => {
    worker.alive = false;
    const starting = expect(client.start('vm1')).rejects.toMatchObject({ reason: 'emulator-failed' });
    vi.advanceTimersByTime(60_000);
    expect(lost).toEqual([]);
    vi.advanceTimersByTime(10_000);
    expect(lost).toEqual([['emulator-failed', { message: 'silent' }]]);
    await starting;
  });

  it('keeps a worker that answers, however long nothing is done', () => {
    vi.advanceTimersByTime(hour);
    expect(lost).toEqual([]);
  });

  it('keeps a worker that stood still while its tab was in the background for an hour, and sets its clocks then', () => {
    worker.alive = false;
    show('hidden');
    vi.advanceTimersByTime(hour);
    expect(lost).toEqual([]);
    expect(calls()).not.toContain('setClocks');
    worker.alive = true;
    show('visible');
    expect(calls().at(-1)).toBe('setClocks');
    vi.advanceTimersByTime(hour);
    expect(lost).toEqual([]);
  });

  it('keeps a worker whose computer slept for an hour with the tab in sight, and sets its clocks then', () => {
    vi.setSystemTime(Date.now() + hour);
    vi.advanceTimersByTime(5_000);
    expect(lost).toEqual([]);
    expect(calls()).toEqual(['setClocks']);
    vi.advanceTimersByTime(5_000);
    expect(calls()).toEqual(['setClocks', 'ping']);
  });
});
