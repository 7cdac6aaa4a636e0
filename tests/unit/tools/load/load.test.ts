import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crowd } from '../../../../tools/load/crowd.ts';
import { hostileRequests } from '../../../../tools/load/malformed.ts';
import { makeJudge } from '../../../../tools/load/judge.ts';

let server: Server;
let port = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/cut/')
      return void response.writeHead(200, { 'content-length': 9 }).write('123', () => response.destroy());
    response.end(request.url === '/right/' ? 'right' : 'other');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

test('a crowd tells right answers from wrong and lost ones', async () => {
  const targets = ['/right/', '/wrong/'].map((address) => ({ address, body: Buffer.from('right') }));
  const result = await crowd(port, targets, { requests: 100, connections: 4 });
  expect([result.right, result.wrong.length, result.lost]).toEqual([50, 50, 0]);
  const cut = [{ address: '/cut/', body: Buffer.from('123456789') }];
  expect((await crowd(port, cut, { requests: 3, connections: 1 })).lost).toBe(3);
});

test('the judge refuses silence, secrets and bodies from elsewhere', () => {
  const judge = makeJudge([Buffer.from('page')]);
  const answer = (body: string) => Buffer.from(`HTTP/1.1 200 OK\r\nA: b\r\n\r\n${body}`);
  expect(judge(answer('page'))).toBeUndefined();
  expect(judge(Buffer.from('HTTP/1.1 404 Not Found\r\n\r\nx'))).toBeUndefined();
  expect(judge(Buffer.alloc(0))).toBeUndefined();
  expect(judge(undefined)).toMatch(/neither an answer nor a close/);
  expect(judge(answer('root:x:0:0'))).toMatch(/not of the site/);
  expect(judge(answer('other'))).toMatch(/no file of the build/);
  expect(judge(Buffer.from('noise'))).toMatch(/no answer/);
});

test('there are a thousand hostile requests', () => expect(hostileRequests().length).toBeGreaterThanOrEqual(1000));
