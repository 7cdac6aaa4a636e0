import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { createIndex } from 'pagefind';
import { findBrowser, launchArguments } from '#shared/browser.ts';
import { serveFolder } from '../../static-server.ts';

/** How many results Pagefind is asked for, as many as the site's own search gives. */
const most = 9;

/**
 * What Pagefind finds on the built site with its defaults, as the pages would ask it.
 * @returns for each query the addresses of its pages, the best first
 * @throws if there is no browser
 */
export async function askPagefind(dist: string, queries: readonly string[]): Promise<Map<string, string[]>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pagefind-'));
  const { index } = await createIndex({});
  await index!.addDirectory({ path: dist });
  await index!.writeFiles({ outputPath: path.join(folder, 'pagefind') });
  // What is served has to be a site.
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

/** What the browser calls Pagefind. */
interface Api {
  search: (query: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
}

/** Runs in the page: asks every query. */
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
