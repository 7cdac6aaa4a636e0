import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { createIndex } from 'pagefind';
import { findBrowser, launchArguments } from '#shared/browser.ts';
import { serveFolder } from '../../static-server.ts';

/** Maximum number of results from Pagefind, as many as the site's own search returns. */
const most = 9;

/**
 * Runs queries with Pagefind on the built site, with its defaults, as pages would.
 * @returns for each query the addresses of its pages, best first
 * @throws if there is no browser
 */
export async function askPagefind(dist: string, queries: readonly string[]): Promise<Map<string, string[]>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pagefind-'));
  const { index } = await createIndex({});
  await index!.addDirectory({ path: dist });
  await index!.writeFiles({ outputPath: path.join(folder, 'pagefind') });
  // Only a folder with an index.html can be served.
  copyFileSync(path.join(dist, 'index.html'), path.join(folder, 'index.html'));
  const executablePath = findBrowser();
  const browser = await chromium.launch({ args: launchArguments, ...(executablePath ? { executablePath } : {}) });
  const { server, url } = await serveFolder(folder, { port: 0 });
  try {
    const page = await browser.newPage();
    await page.goto(`${url}pagefind/pagefind-entry.json`);
    const found = await page.evaluate(askAll, { api: `${url}pagefind/pagefind.js`, queries: [...queries], most });
    return new Map(queries.map((query, place) => [query, found[place]!]));
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

/** What is used of Pagefind in the browser. */
interface Api {
  search: (query: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
}

/** Runs in the page: runs every query. */
async function askAll({ api, queries, most }: { api: string; queries: string[]; most: number }): Promise<string[][]> {
  const pagefind = (await import(/* @vite-ignore */ api)) as Api;
  const answers: string[][] = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    const data = await Promise.all(results.slice(0, most).map((result) => result.data()));
    answers.push(data.map(({ url }) => url));
  }
  return answers;
}
