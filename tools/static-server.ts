import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import sirv from 'sirv';

/** Options of {@link serveFolder}. */
export interface ServeOptions {
  /** Wanted port; the next free one above it is taken when it is busy. 0 means any. */
  port?: number;
  /** Sub-path at which the folder appears, `/` or `/name/`. */
  base?: string;
  /** Whether to compress with gzip, as nearly every host does. */
  gzip?: boolean;
}

/** A running server and where it answers. */
export interface Served {
  server: Server;
  /** Address of the home page, with a slash at its end. */
  url: string;
}

/**
 * Serves a folder of static files on the loopback address, the way a plain file host does:
 * `index.html` for a folder, the folder's `404.html` for what is not there.
 * @throws if the folder holds no `index.html`
 */
export async function serveFolder(
  folder: string,
  { port = 4321, base = '/', gzip = false }: ServeOptions = {},
): Promise<Served> {
  if (!existsSync(path.join(folder, 'index.html'))) {
    throw new Error(`${folder} holds no built site. Run "npm run build" first.`);
  }
  const files = gzip ? compressed(folder) : sirv(folder, { dev: false, etag: true, dotfiles: false });
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

/** Serves with gzip: in memory, and each file compressed once, since what is measured should not wait for that. */
function compressed(folder: string): ReturnType<typeof sirv> {
  const bodies = new Map<string, Buffer>();
  const plain = sirv(folder, { dev: false, etag: true, dotfiles: false });
  return (request, response, next) => {
    const file = fileOf(folder, request.url ?? '/');
    const type = file && types[path.extname(file)];
    if (!type) return plain(request, response, next);
    const body = bodies.get(file) ?? gzipSync(readFileSync(file), { level: 9 });
    bodies.set(file, body);
    response.writeHead(200, {
      'content-type': type,
      'content-encoding': 'gzip',
      'content-length': body.length,
      // As the rules for hosts say: a name with a hash never holds anything else.
      ...(/\/_astro\//.test(file) ? { 'cache-control': 'public, max-age=31536000, immutable' } : {}),
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
};

/** The file of a request, if there is one; an address that cannot be decoded has none. */
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
