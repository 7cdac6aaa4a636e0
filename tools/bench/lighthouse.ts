// npm run bench:lighthouse: the four Lighthouse scores of ten pages, with its own settings for a phone. Run by hand, because it is downloaded on
// demand.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureBrowser } from '../ensure-browser.ts';
import { serveFolder } from '../static-server.ts';
import { benchPages } from './page-budget.ts';

/** Pinned, because another release gives other scores. */
const release = 'lighthouse@13.5.0';
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface Report {
  lighthouseVersion: string;
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { title: string; score: number | null; scoreDisplayMode: string }>;
}

const run = promisify(execFile);

/** Audits one page. */
async function audit(url: string, folder: string): Promise<Report> {
  const file = path.join(folder, 'report.json');
  const wanted = [url, '--quiet', '--output=json', `--output-path=${file}`];
  await run('npx', ['--yes', release, ...wanted, '--chrome-flags=--headless=new --no-sandbox'], {
    env: { ...process.env, CHROME_PATH: ensureBrowser() },
  });
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

const { server, url } = await serveFolder('dist', { port: 0, encoding: 'gzip' });
const folder = mkdtempSync(path.join(tmpdir(), 'lighthouse-'));
try {
  const failed = new Set<string>();
  const rows: string[] = [];
  for (const address of benchPages) {
    const { categories: scores, audits } = await audit(url.replace(/\/$/, '') + address, folder);
    for (const { title, score, scoreDisplayMode } of Object.values(audits))
      if (scoreDisplayMode === 'binary' && score === 0) failed.add(`${address}: ${title}`);
    const points = categories.map((name) => Math.round((scores[name]?.score ?? 0) * 100));
    rows.push(`| \`${address}\` | ${points.join(' | ')} |`);
  }
  console.log(`${release}, as a phone, served with gzip from the loopback address\n`);
  console.log(`| Page | Performance | Accessibility | Best practices | SEO |\n| :--- | ---: | ---: | ---: | ---: |`);
  console.log([...rows, '', ...failed].join('\n'));
} finally {
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
