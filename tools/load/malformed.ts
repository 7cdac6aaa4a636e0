import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A request that no browser makes: its pieces, and a pause in ms before each. */
export interface Malformed {
  /** Sent one after the other. */
  pieces: string[];
  /** Milliseconds to wait before each piece. Default: 0. */
  pause?: number;
}

const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${more}\r\n`;

/** Path traversals that web servers have been probed with for thirty years. */
const traversals = ['../', '..%2f', '%2e%2e/', '..\\', '..%5c', '....//', '%252e%252e%252f', '..%c0%af', '.%00./'];

/** Path traversals, broken requests, and connections that are slow or never end. */
export const malformedRequests: Malformed[] = [
  ...traversals.flatMap((up) =>
    ['etc/passwd', 'secret.txt', 'nginx.conf'].map((file) => get(`/traits/${up.repeat(6)}${file}`)),
  ),
  'GET\r\n\r\n',
  'GET / HTTP/9.9\r\n\r\n',
  'G\0ET / HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET / HTTP/1.1\r\n\r\n',
  'GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET http://elsewhere.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: x\r\n\r\n',
  'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /secret.txt HTTP/1.1\r\n\r\n',
  get('/', `X: ${'a'.repeat(70_000)}\r\n`),
  get(`/${'a'.repeat(20_000)}`),
  get('/', 'Range: bytes=0-1,2-3,4-5,6-7,999999999-\r\n'),
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'GET / HT',
]
  .map((text): Malformed => ({ pieces: [text] }))
  .concat(Array.from({ length: 50 }, () => ({ pieces: [...get('/traits/')], pause: 60 })));

/** Sends a request. Resolves to the response once the server closes the connection, or to undefined if it does not within `patience` ms. */
export function send(port: number, { pieces, pause = 0 }: Malformed, patience = 20_000): Promise<Buffer | undefined> {
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
    });
  });
}

const hash = (body: Uint8Array) => createHash('sha256').update(body).digest('hex');

/** Returns a function that describes what is wrong with an answer. A closed connection, an error and a file of the build are right. */
export function answerCheck(files: readonly Uint8Array[]): (answer: Buffer | undefined) => string | undefined {
  const known = new Set(files.map(hash));
  return (answer) => {
    if (!answer) return 'neither an answer nor a close';
    const text = answer.toString('latin1');
    if (/root:x:0:0|worker_processes|this is outside/.test(text)) return 'a file that is not of the site';
    if (!text.startsWith('HTTP/1.1 200')) return undefined;
    return known.has(hash(answer.subarray(text.indexOf('\r\n\r\n') + 4)))
      ? undefined
      : '200 with a body that is no file of the build';
  };
}
