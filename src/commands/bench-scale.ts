// npm run bench:scale [-- sizes …]: builds made-up sites and tells what a page more costs. Fails if it is too much, or grows.
import { globSync } from 'node:fs';
import { buildMadeUp, costs, overBars } from '../lib/bench/scale-run.ts';

const wanted = process.argv.slice(2).map(Number);
const real = globSync('dist/**/*.html').length;
if (real === 0) throw new Error('dist/ is missing. Run "npm run build" first.');
const sizes = (wanted.length > 0 ? wanted : [60, 600, 2000]).map((pages) => {
  const size = buildMadeUp(pages, real);
  console.log(
    `${size.pages} pages: ${(size.processor / 1000).toFixed(1)} s of processor time, ${(size.clock / 1000).toFixed(1)} s by the clock, ${Math.round(size.memory / 1e6)} MB`,
  );
  return size;
});
for (const { from, to, time, memory } of costs(sizes))
  console.log(`from ${from} to ${to} pages, each more: ${time.toFixed(1)} ms, ${Math.round(memory / 1000)} kB`);
const over = overBars(sizes);
console.log(over.join('\n'));
process.exitCode = over.length === 0 ? 0 : 1;
