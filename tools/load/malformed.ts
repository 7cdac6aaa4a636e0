import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** One request that no browser makes: pieces, with a pause before each, and whether it is cut off after them. */
export interface Hostile {
  name: string;
  pieces: (string | Buffer)[];
  pause: number;
  cut: boolean;
}

const ask = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${more}\r\n`;

/** Ways out of a folder, as they have been tried on web servers for thirty years. */
const ways = [
  '../',
  '..%2f',
  '%2e%2e/',
  '%2e%2e%2f',
  '..\\',
  '..%5c',
  '....//',
  '%252e%252e%252f',
  '..%c0%af',
  '.%00./',
];
const wanted = ['etc/passwd', 'secret.txt', 'nginx.conf', 'site.nginx.conf'];

const escapes = ways.flatMap((way) =>
  wanted.flatMap((file) =>
    [1, 2, 3, 6].flatMap((depth) =>
      ['/', '/traits/', '/_astro/'].map((from) => ({ name: 'way out', text: ask(from + way.repeat(depth) + file) })),
    ),
  ),
);

const malformed = [
  'GET\r\n\r\n',
  'GET / HTTP/9.9\r\n\r\n',
  'G\0ET / HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET / HTTP/1.1\r\nHost\r\n\r\n',
  'GET / HTTP/1.1\r\n\r\n',
  'GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET http://elsewhere.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: x\r\n\r\n',
  'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /secret.txt HTTP/1.1\r\n\r\n',
  'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
  ask('/', `X: ${'a'.repeat(70_000)}\r\n`),
  ask(`/${'a'.repeat(20_000)}`),
  ask('/', 'Range: bytes=0-1,2-3,4-5,6-7,999999999-\r\n'),
  ask('/', 'Accept-Encoding: br;q=0, gzip;q=nonsense\r\n'),
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
];

/** A thousand and more requests: slow, cut off, malformed, and on the way out of the folder. */
export function hostileRequests(): Hostile[] {
  const whole = ask('/traits/isolation/');
  const bytes = (seed: number) => Buffer.from(Array.from({ length: 200 }, (_, at) => (at * 31 + seed * 17) % 256));
  return [
    ...escapes.map(({ name, text }) => ({ name, pieces: [text], pause: 0, cut: false })),
    ...Array.from({ length: 10 }, () => malformed).flatMap((all) =>
      all.map((text) => ({ name: 'malformed', pieces: [text], pause: 0, cut: false })),
    ),
    ...Array.from({ length: 100 }, (_, seed) => ({ name: 'noise', pieces: [bytes(seed)], pause: 0, cut: true })),
    ...Array.from({ length: 200 }, (_, at) => ({
      name: 'cut',
      pieces: [whole.slice(0, at % whole.length)],
      pause: 5,
      cut: true,
    })),
    ...Array.from({ length: 100 }, () => ({ name: 'slow', pieces: [...whole], pause: 60, cut: false })),
    ...Array.from({ length: 50 }, () => ({ name: 'never ends', pieces: ['GET / HT'], pause: 0, cut: false })),
  ];
}

/** Sends one, and gives all that came back until the server closed, or nothing if it did not within `patience` ms. */
export function provoke(port: number, { pieces, pause, cut }: Hostile, patience = 20_000): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    const timer = setTimeout(() => (resolve(undefined), socket.destroy()), patience);
    socket.on('data', (part) => parts.push(part));
    socket.on('error', () => undefined);
    socket.on('close', () => (clearTimeout(timer), resolve(Buffer.concat(parts))));
    socket.on('connect', async () => {
      for (const piece of pieces) {
        if (pause > 0) await wait(pause);
        if (!socket.writable) return;
        socket.write(piece);
      }
      if (cut) socket.destroySoon();
    });
  });
}
