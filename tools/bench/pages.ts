// npm run bench [-- --report-only]: loads ten pages of dist/ with a cold cache, as on a phone with a slow network, and fails if one is over budget.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import {
  benchPages,
  loadTable,
  overPageBudget,
  paysFrom,
  typical,
  visitedPages,
  visitSentence,
  visitTable,
  withInlineScripts,
} from './page-budget.ts';
import { conditions, loadCold, visitPages, type PageLoad, type Visit } from './page-load.ts';
import { launchArguments } from '#shared/browser.ts';
import { serveFolder } from '../static-server.ts';
import { ensureBrowser } from '../ensure-browser.ts';

const { values } = parseArgs({ options: { 'report-only': { type: 'boolean', default: false } } });
const { server, url: home } = await serveFolder('dist', { port: 0, encoding: 'gzip' });
const url = home.slice(0, -1);
const browser = await chromium.launch({ args: launchArguments, executablePath: ensureBrowser() });
const loads: PageLoad[] = [];
const most = values['report-only'] ? 3 : 9;
const visits = new Map<'gzip' | 'brotli' | 'dictionary', Visit[]>();
try {
  // The first load includes the startup of the browser.
  await loadCold(browser, url, '/');
  for (const address of benchPages) {
    const cold: PageLoad[] = [];
    // Other work on the machine only adds to the times, so a page with blocking time gets more attempts where times decide.
    while (cold.length < 3 || (cold.length < most && typical(cold).blocking > 0))
      cold.push(await loadCold(browser, url, address));
    loads.push(withInlineScripts(typical(cold), 'dist'));
  }
  visits.set('gzip', await visitPages(browser, url, visitedPages));
  for (const encoding of ['brotli', 'dictionary'] as const) {
    const host = await serveFolder('dist', { port: 0, encoding });
    visits.set(encoding, await visitPages(browser, host.url.slice(0, -1), visitedPages));
    host.server.close();
  }
} finally {
  await browser.close();
  server.close();
}
const { latency, bitsPerSecond, slowdown } = conditions;
console.log(
  `Chromium ${browser.version()}, ${cpus().length} cores, ${latency} ms, ${bitsPerSecond / 1e6} Mbit/s, ${slowdown}x slower processor, gzip\n`,
);
console.log(loadTable(loads));
for (const [encoding, list] of visits) console.log(`\n${encoding}: ${visitSentence(list)}`);
console.log(`\n${visitTable(visits)}`);
const pages = paysFrom(visits.get('dictionary')!, visits.get('brotli')!);
console.log(`\nThe dictionary pays ${pages ? `from ${pages} pages on` : 'in none of these pages'}.`);
const over = loads.flatMap((load) => overPageBudget(load, !values['report-only']));
if (over.length > 0) console.log(`\nOver budget:\n${over.join('\n')}`);
process.exitCode = over.length === 0 ? 0 : 1;
