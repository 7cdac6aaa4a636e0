// npm run bench:search [-- --misses]: how well and how fast the built site's search answers. Fails below the bars.
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { answerable, measureQuality, readQueries } from './list.ts';
import { counting, measureBytes } from './bytes.ts';
import { measureGrowth } from './growth.ts';
import { measureTimes } from './times.ts';
import { loadData } from '#model/data.ts';
import { Engine } from '#features/search/engine/engine.ts';
import { indexFolder } from '#features/search/format.ts';
import { readSite } from '#features/search/indexing/read-site.ts';
import { sidebarAddresses } from '#model/sidebar.ts';

const dist = 'dist';
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** One line of the report: what, how much, and the bar if there is one. */
interface Row {
  what: string;
  is: string;
  bar: string;
  ok: boolean;
}
const rows: Row[] = [];
const report = (what: string, is: string, bar = '', ok = true) => rows.push({ what, is, bar, ok });

const list = readQueries();
const built = answerable(list, dist);
// While pages are still being written, queries about them are left out; once the sidebar's pages are there, they count as unanswered.
const complete = sidebarAddresses().every((address) => existsSync(path.join(dist, address, 'index.html')));
const queries = complete ? list : built.queries;
const { missing } = built;
const texts = queries.map(({ query }) => query);
const file = (name: string) => readFileSync(path.join(dist, indexFolder, name));
const code = globSync(`${dist}/_astro/all.*.js`).reduce((sum, found) => sum + gzipSync(readFileSync(found)).length, 0);

const engine = await Engine.open(counting(file).load);
const quality = await measureQuality(queries, (query) => engine.search(query));
report('queries', `${queries.length} of ${list.length}`);
report('success@1', percent(quality.success1), '>= 85 %', quality.success1 >= 0.85);
report('success@3', percent(quality.success3), '>= 98 %', quality.success3 >= 0.98);
report('mean reciprocal rank', quality.mrr.toFixed(3));

const bytes = await measureBytes(texts, file, code);
report('code of the search', kilobytes(code));
report('first query, largest', kilobytes(bytes.first), '<= 150 kB', bytes.first <= 150_000);
report('next query, 95th percentile', kilobytes(bytes.next95));
report('next query, largest', kilobytes(bytes.next), '<= 30 kB', bytes.next <= 30_000);

const sections = readSite(dist, loadData(process.cwd()).data);
for (const pages of [60, 600, 2000]) {
  const { first, next95, total } = await measureGrowth(sections, pages, texts.slice(0, 20), code);
  report(`${pages} made-up pages: index, all files`, kilobytes(total));
  const bar = pages === 2000 ? 400_000 : Infinity;
  report(
    `${pages} made-up pages: first query, largest`,
    kilobytes(first),
    pages === 2000 ? '<= 400 kB' : '',
    first <= bar,
  );
  report(`${pages} made-up pages: next query, 95th percentile`, kilobytes(next95));
}

const times = await measureTimes(dist, texts.slice(0, 60));
report('first result on screen', `${times.first.toFixed(0)} ms`, '<= 500 ms', times.first <= 500);
report(`a letter at 4x throttling, median of ${times.letters}`, `${times.median.toFixed(1)} ms`);
report('a letter at 4x throttling, 95th percentile', `${times.p95.toFixed(1)} ms`, '<= 50 ms', times.p95 <= 50);

for (const { what, is, bar, ok } of rows) {
  console.log(`${ok ? ' ' : '!'} ${what.padEnd(48)} ${is.padStart(12)}  ${bar}`);
}
for (const { query, place, first } of quality.misses) {
  if (process.argv.includes('--misses') || place === 0 || place > 3)
    console.log(`  ${place || '-'}  ${query}  (first: ${first})`);
}
if (missing.length > 0) console.log(`  Pages of the list that are not built: ${missing.join(' ')}`);
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1;
