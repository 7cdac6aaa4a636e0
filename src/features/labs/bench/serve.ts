import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { loadLabs } from '../form/load.ts';
import type { PartName } from '../machine/files.ts';
import { partPath, readManifest } from '../machine/node.ts';

/** Content security policy of lab pages, as far as it concerns the machine. */
export const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; connect-src 'self'; worker-src 'self'; img-src 'self' data:";

/** A served file. */
interface Served {
  type: string;
  bytes: Buffer;
}

/** A running server of the page for trying out the machine. */
export interface TryServer {
  /** Address of the page. */
  url: string;
  /** Bytes sent by file name, bodies only. */
  sent: Map<string, number>;
  /** Resolves with the page's measurements. */
  measured: () => Promise<unknown>;
  /** Sets what to do once the page has its first prompt; the page waits for it. */
  atPrompt: (act: () => Promise<void>) => void;
  close: () => void;
}

const html =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>The machine of the labs</title><link rel="stylesheet" href="/page.css"><button>Start</button> <output id="says"></output><div id="terminal"></div><script type="module" src="/page.js"></script></html>';

const compressible = /javascript|wasm|css|json|html|octet/;
const brotli = (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/** Builds all files: page, worker and machine, compressed as a static host would compress them. */
async function files(): Promise<Map<string, Served>> {
  const entry = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [
      { in: entry('page.ts'), out: 'page' },
      { in: entry('../browser/worker.ts'), out: 'worker' },
    ],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    // v86 imports these in Node only.
    external: ['node:*', 'fs', 'perf_hooks', 'crypto'],
    outdir: '/',
    write: false,
  });
  const served = new Map<string, Served>();
  const add = (name: string, type: string, bytes: Buffer) => served.set(name, { type, bytes });
  for (const { path, contents } of outputFiles)
    add(path, path.endsWith('.css') ? 'text/css' : 'text/javascript', Buffer.from(contents));
  const manifest = readManifest();
  const urls: Partial<Record<PartName, string>> = {};
  for (const [part, file] of Object.entries(manifest.files)) {
    urls[part as PartName] = `/${file.name}`;
    const packed = /state|kernel|initramfs/.test(part);
    add(
      `/${file.name}`,
      part === 'wasm' ? 'application/wasm' : packed ? 'application/zstd' : 'application/octet-stream',
      readFileSync(partPath(part, file.name)),
    );
  }
  const labs = loadLabs(process.cwd()).labs.map(({ lab }) => lab);
  add('/setup.json', 'application/json', Buffer.from(JSON.stringify({ manifest, urls, labs })));
  add('/', 'text/html', Buffer.from(html));
  for (const [name, file] of served)
    if (compressible.test(file.type)) served.set(name, { ...file, bytes: brotli(file.bytes) });
  return served;
}

/** Serves the page with the strict policy. */
export async function serveTry(port = 0): Promise<TryServer> {
  const all = await files();
  const sent = new Map<string, number>();
  let told: (value: unknown) => void = () => {};
  let measured = new Promise<unknown>((resolve) => (told = resolve));
  let act = () => Promise.resolve();
  const server: Server = createServer((request, response) => {
    const name = new URL(request.url!, 'http://localhost').pathname;
    if (request.method === 'POST' && name === '/prompt') return void act().finally(() => response.end());
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        told(JSON.parse(body));
        measured = new Promise((resolve) => (told = resolve));
        response.end();
      });
      return;
    }
    const file = all.get(name);
    if (!file) return void response.writeHead(404).end();
    sent.set(name, file.bytes.length);
    const encoding = compressible.test(file.type) ? { 'content-encoding': 'br' } : {};
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': file.bytes.length,
      'content-security-policy': policy,
      'cache-control': 'no-store',
      ...encoding,
    });
    response.end(file.bytes);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: bound } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${bound}/`,
    sent,
    measured: () => measured,
    atPrompt: (wanted) => (act = wanted),
    close: () => server.close(),
  };
}
