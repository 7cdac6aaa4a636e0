import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchParts, Parts, type Manifest, type PartName, type Progress } from '#features/labs/machine/files.ts';

const whole = Buffer.alloc(200_000, 'machine');
const file = { name: 'kernel.bin', size: whole.length, sha256: createHash('sha256').update(whole).digest('hex') };
const manifest = { files: { kernel: file } } as unknown as Manifest;
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const name = request.url!.slice(1);
    if (name === 'missing') return void response.writeHead(404).end();
    if (name === 'cut') {
      response.writeHead(200, { 'content-length': whole.length });
      response.write(whole.subarray(0, 50_000));
      return void setTimeout(() => response.destroy(), 50);
    }
    const other: Record<string, Buffer> = {
      short: whole.subarray(1),
      long: Buffer.concat([whole, whole]),
      other: Buffer.alloc(whole.length, 'x'),
    };
    response.end(other[name] ?? whole);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => void server.close());

const get = (name: string, progress?: (progress: Progress) => void) =>
  new Parts(manifest, fetchParts({ kernel: `${base}/${name}` } as Record<PartName, string>), progress).get('kernel');

describe('A part of the machine', () => {
  it('is loaded, with progress', async () => {
    const seen: Progress[] = [];
    expect(Buffer.from(await get('whole', (progress) => seen.push(progress))).equals(whole)).toBe(true);
    expect(seen.at(-1)).toEqual({ part: 'kernel', loaded: whole.length, size: whole.length });
  });

  it.each([
    ['missing', { reason: 'download-failed', detail: { file: 'kernel.bin', status: 404 } }],
    ['cut', { reason: 'download-cut', detail: { file: 'kernel.bin', size: whole.length } }],
    ['short', { reason: 'download-cut', detail: { file: 'kernel.bin', got: whole.length - 1, size: whole.length } }],
    ['long', { reason: 'wrong-hash', detail: { file: 'kernel.bin' } }],
    ['other', { reason: 'wrong-hash', detail: { file: 'kernel.bin' } }],
  ])('that is %s is refused with its reason', async (name, expected) => {
    await expect(get(name)).rejects.toMatchObject(expected);
  });

  it('is asked for once by all VMs, and anew after a failure', async () => {
    let asked = 0;
    const parts = new Parts(manifest, async () => {
      asked += 1;
      if (asked === 1) throw new Error('no network');
      return whole;
    });
    await expect(parts.get('kernel')).rejects.toThrow('no network');
    await Promise.all([parts.get('kernel'), parts.get('kernel')]);
    expect(asked).toBe(2);
  });
});
