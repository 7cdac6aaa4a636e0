import { checkRecorded, checkRemoved, checkResolved } from './verify-rules.ts';
import { writeRedirectPages } from '../redirects/write.ts';
import { readLinkPages } from './parse-built-page.ts';
import { hostRules, withRules } from '../redirects/hosts.ts';
import { publicAddresses } from './published-urls.ts';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Data } from '#model/collections.ts';

/** What proving a large made-up site took. */
export interface BenchResult {
  addresses: number;
  seconds: number;
  problems: number;
}

/** Writes a site of `count` addresses, a tenth of them pages and as many old ones, and proves all of it as a build is proved. */
export function benchLinks(count: number): BenchResult {
  const dist = mkdtempSync(path.join(tmpdir(), 'links-bench-'));
  try {
    const pages = Math.floor(count / 12);
    const range = (length: number) => Array.from({ length }, (_, index) => index);
    const sections = range(10)
      .map((id) => `<h2 id="s-${id}">Section ${id}</h2><p>${'word '.repeat(60)}</p>`)
      .join('');
    for (const page of range(pages)) {
      mkdirSync(path.join(dist, `p-${page}`));
      writeFileSync(
        path.join(dist, `p-${page}/index.html`),
        `<!DOCTYPE html><html lang="en"><head><title>${page}</title></head><body><main>${sections}</main></body></html>`,
      );
    }
    const redirects = range(pages).map((page) => ({
      from: `/old-${page}/`,
      to: `/p-${page}/`,
      why: 'moved' as const,
      since: '2026-01-01',
      line: 1,
    }));
    writeRedirectPages(dist, { redirects, shortLinks: [], problems: [] }, '/');
    const started = performance.now();
    const built = readLinkPages(dist);
    const found = publicAddresses(built, {} as Data);
    const record = [...found, ...redirects.map(({ from }) => from)].sort();
    const problems = [
      ...checkRemoved(record, record, 'itself'),
      ...checkRecorded(found, record),
      ...checkResolved(record, built, 'pages'),
      ...checkResolved(record, withRules(built, hostRules(redirects, [])), '_redirects'),
    ].length;
    return { addresses: record.length, seconds: (performance.now() - started) / 1000, problems };
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
}
