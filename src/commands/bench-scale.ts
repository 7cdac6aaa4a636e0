// npm run bench:scale [-- sizes …] [--tell-times]: builds made-up sites and tells what a page more costs. Fails if it is too much, or grows,
// unless times are only to be told: on a machine that does other work they say nothing.
import { buildMadeUp, costs, overBars } from '../lib/bench/scale-run.ts';

const asked = process.argv.slice(2);
const tellTimes = asked.includes('--tell-times');
const wanted = asked.filter((word) => word !== '--tell-times').map(Number);
const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
const sizes = (wanted.length > 0 ? wanted : [60, 600, 2000]).map((content) => {
  const size = buildMadeUp(content);
  console.log(
    `${content} content pages, ${size.pages} HTML files: ${seconds(size.clock)} s, ${seconds(size.processor)} s of processor time, ${Math.round(size.memory / 1e6)} MB`,
  );
  return size;
});
for (const { from, to, time, contentTime, memory } of costs(sizes))
  console.log(
    `from ${from} to ${to} files, each more: ${time.toFixed(1)} ms and ${Math.round(memory / 1000)} kB; a content page with all its files ${contentTime.toFixed(1)} ms`,
  );
const over = overBars(sizes);
console.log(over.join('\n'));
process.exitCode = over.length === 0 || tellTimes ? 0 : 1;
