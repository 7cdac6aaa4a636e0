import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sirv from 'sirv';

/** How long a page stands still: several frames, so that the browser paints what it has. */
const pause = 120;

/**
 * Serves a built site, and a page that is asked for with `?pause=N` in two parts: a browser that has read N bytes of it must wait for the rest.
 * @param text gives the text of a page by its address, if it is not the one in `dist/`
 */
export async function servePausing(
  text: (address: string) => string | undefined = () => undefined,
): Promise<{ server: Server; url: string }> {
  const files = sirv('dist', { dev: false });
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
    const at = Number(searchParams.get('pause') ?? 0);
    if (at === 0) return files(request, response);
    const body = Buffer.from(text(pathname) ?? readFileSync(path.join('dist', pathname, 'index.html'), 'utf8'));
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.write(body.subarray(0, at));
    setTimeout(() => response.end(body.subarray(at)), pause);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/**
 * Where the parser of a browser may pause in the first screen of a page: behind each opening tag, in bytes.
 * What stands in a picture has its size from the picture, and of the sidebar's entries, which are alike, every twentieth is enough.
 * @param from the text from which on pauses are wanted
 * @param to the text behind the main heading up to which they are wanted
 */
export function pausesOf(html: string, from: string, to: string): number[] {
  const [start, list, listEnd] = [from, 'class="top-level', '</sl-sidebar-state-persist>'].map((part) =>
    html.indexOf(part),
  );
  const end = html.indexOf(to, html.indexOf('<h1'));
  const tags = [...html.matchAll(/<(?!rect|path|g\b)[a-z][^>]*>/g)].filter(
    ({ index }) => index >= start! && index < end,
  );
  return tags
    .filter(({ index }, place) => index < list! || index > listEnd! || place % 20 === 0)
    .map(({ 0: tag, index }) => Buffer.byteLength(html.slice(0, index + tag.length)));
}
