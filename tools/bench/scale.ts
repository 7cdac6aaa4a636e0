// npm run bench:scale [-- sizes …] [--report-only]: builds synthetic sites and reports the cost of one more page. Fails if it is too high, or grows.
// With --report-only only memory decides: on a busy machine, times are meaningless.
import { parseArgs } from 'node:util';
import { buildSynthetic, costs, overBars } from './scale-run.ts';

const { values, positionals } = parseArgs({
  options: { 'report-only': { type: 'boolean', default: false } },
  allowPositionals: true,
});
const wanted = positionals.length > 0 ? positionals.map(Number) : [60, 600, 2000];
if (wanted.length < 2 || wanted.some((size, at) => !(size > (wanted[at - 1] ?? 0))))
  throw new Error(
    `"${positionals.join(' ')}" are not valid sizes: give two or more rising numbers of pages, such as 60 600.`,
  );
const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
const sizes = wanted.map((content) => {
  const size = buildSynthetic(content);
  console.log(
    `${content} content pages, ${size.pages} HTML files: ${seconds(size.clock)} s, ${seconds(size.processor)} s of processor time, ${Math.round(size.memory / 1e6)} MB`,
  );
  return size;
});
for (const { from, to, time, contentTime, memory } of costs(sizes))
  console.log(
    `from ${from} to ${to} files, each more: ${time.toFixed(1)} ms and ${Math.round(memory / 1000)} kB; a content page with all its files ${contentTime.toFixed(1)} ms`,
  );
const over = overBars(sizes, !values['report-only']);
console.log(over.join('\n'));
process.exitCode = over.length === 0 ? 0 : 1;
