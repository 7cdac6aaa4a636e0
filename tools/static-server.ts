import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import sirv from 'sirv';
import { compressDcz, linkField, readDictionary, useField } from '#features/dictionary/index.ts';
import { compressBrotli } from '../deploy/lib/compress.ts';

type Encoding = 'gzip' | 'brotli' | 'dictionary';

/** Options of {@link serveFolder}. */
export interface ServeOptions {
  /** Preferred port; if it is in use, the next free one above. 0 means any. */
  port?: number;
  /** Base path of the folder, `/` or `/name/`. */
  base?: string;
  /** Compression: gzip, as on nearly every host, or as nginx and Caddy send the files of `npm run compress`, without and with the dictionary. */
  encoding?: Encoding;
}

/** A running server and its address. */
export interface Served {
  server: Server;
  /** Address of the home page, with a trailing slash. */
  url: string;
}

/**
 * Serves a folder of static files on the loopback address, as a plain file host does:
 * `index.html` for a folder, the folder's `404.html` for missing files.
 * @throws if the folder does not contain an `index.html`
 */
export async function serveFolder(
  folder: string,
  { port = 4321, base = '/', encoding }: ServeOptions = {},
): Promise<Served> {
  if (!existsSync(path.join(folder, 'index.html'))) {
    throw new Error(`${folder} holds no built site. Run "npm run build" first.`);
  }
  const files = encoding ? compressed(folder, encoding) : sirv(folder, { dev: false, etag: true, dotfiles: false });
  const missing = path.join(folder, '404.html');
  const server = createServer((request, response) => {
    const notFound = () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(existsSync(missing) ? readFileSync(missing) : 'Not found');
    };
    if (!request.url?.startsWith(base)) return notFound();
    request.url = request.url.slice(base.length - 1);
    files(request, response, notFound);
  });
  const free = await listen(server, port);
  return { server, url: `http://127.0.0.1:${free}${base}` };
}

/** Serves compressed files from memory, each compressed once, so that measurements do not include compressing. */
function compressed(folder: string, encoding: Encoding): ReturnType<typeof sirv> {
  const bodies = new Map<string, Buffer>();
  const plain = sirv(folder, { dev: false, etag: true, dotfiles: false });
  const dictionary = encoding === 'dictionary' ? readDictionary(folder) : undefined;
  const compress = {
    gzip: (body: Buffer) => gzipSync(body, { level: 9 }),
    br: compressBrotli,
    dcz: (body: Buffer) => compressDcz(body, dictionary!.body),
  };
  return (request, response, next) => {
    const file = fileOf(folder, request.url ?? '/');
    const type = file && types[path.extname(file)];
    if (!type) return plain(request, response, next);
    const isPage = type.startsWith('text/html');
    const isKnown = dictionary !== undefined && request.headers['available-dictionary'] === dictionary.hash;
    const form = encoding === 'gzip' ? 'gzip' : isPage && isKnown ? 'dcz' : 'br';
    const key = `${form} ${file}`;
    const body = bodies.get(key) ?? compress[form](readFileSync(file));
    bodies.set(key, body);
    const { 'sec-fetch-site': from, 'sec-ch-ua': brands } = request.headers;
    const isNamed = isPage && !isKnown && from === 'same-origin' && String(brands).includes('"Chromium"');
    response.writeHead(200, {
      'content-type': type,
      'content-encoding': form,
      'content-length': body.length,
      // As in the rules for hosts: a file with a hash in its name never changes.
      ...(/\/_astro\//.test(file) ? { 'cache-control': 'public, max-age=31536000, immutable' } : {}),
      ...(dictionary && isPage ? { vary: 'accept-encoding, available-dictionary' } : {}),
      ...(dictionary && isNamed ? { link: linkField(dictionary, '/') } : {}),
      ...(dictionary && file.endsWith(dictionary.name) ? { 'use-as-dictionary': useField('/') } : {}),
    });
    response.end(body);
  };
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** The file of a request, if there is one; undefined for an address that cannot be decoded. */
function fileOf(folder: string, url: string): string | undefined {
  try {
    const address = decodeURIComponent(url.replace(/[?#].*$/, ''));
    const file = path.join(folder, address, address.endsWith('/') ? 'index.html' : '');
    return !path.relative(folder, file).startsWith('..') && existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

function listen(server: Server, port: number, tries = 20): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && tries > 0) resolve(listen(server, port + 1, tries - 1));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
