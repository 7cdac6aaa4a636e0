import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
};

/**
 * Collects what goes wrong on a page, in any engine, before anything else runs. It stands before the page's own policy,
 * which therefore does not forbid it.
 */
const collector = `<script>window.faults=[];
addEventListener('error',e=>faults.push(e.message||'cannot load '+(e.target.src||e.target.href)),true);
addEventListener('unhandledrejection',e=>faults.push('promise: '+e.reason));
addEventListener('securitypolicyviolation',e=>faults.push('policy: '+e.violatedDirective+' '+e.blockedURI));</script>`;

/** Serves a build on the loopback address; every page tells its faults in `window.faults`. */
export async function serveWatched(folder = 'dist'): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const wanted = path.join(folder, decodeURIComponent(new URL(request.url!, 'http://x/').pathname));
    const file = existsSync(wanted) && statSync(wanted).isDirectory() ? path.join(wanted, 'index.html') : wanted;
    if (!existsSync(file) || file.endsWith('favicon.ico')) return void response.writeHead(404).end('Not found');
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    const body = readFileSync(file);
    response.writeHead(200, { 'Content-Type': type });
    response.end(type.startsWith('text/html') ? body.toString().replace('<head>', `<head>${collector}`) : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
