import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildCopy, copyProject } from './project-copy.ts';
import { serveFolder } from '../../tools/static-server.ts';

/** What became of addresses that the copy never had: one of each kind. */
const redirects = `
- { from: /old/isolation/, to: /traits/isolation/, why: moved, since: '2026-01-01' }
- { from: '/concepts/hypervisors/#old-escapes', to: '/traits/isolation/#known-escapes', why: moved, since: '2026-01-01' }
- { from: /old/laptop/, to: /use-cases/, why: split, since: '2026-01-01', note: 'Split by [use case](/use-cases/).' }
- { from: '/old/laptop/#mac', to: '/traits/isolation/#known-escapes', why: split, since: '2026-01-01', note: 'Now with isolation.' }
- { from: /old/gone/, to: null, why: retired, since: '2026-01-01', note: 'Nobody sells it any more. Read [about systems](/systems/).' }
`;

/** A copy of the site with old addresses, built for a sub-path and served. */
export async function serveMovedSite(base: string): Promise<{ url: string; stop: () => void }> {
  const copy = copyProject('.');
  const file = path.join(copy, 'content/data/redirects.yml');
  const stop = () => rmSync(copy, { recursive: true, force: true });
  try {
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\[\]\n/m, '') + redirects.trimStart());
    buildCopy(copy, { BASE: base });
    const { server, url } = await serveFolder(path.join(copy, 'dist'), { port: 0, base });
    return { url, stop: () => (server.close(), stop()) };
  } catch (error) {
    stop();
    throw error;
  }
}
