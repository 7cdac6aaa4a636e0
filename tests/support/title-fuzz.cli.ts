// npm run links:fuzz: rewrites every heading in a copy of the project, builds it, and tells whether any address changed.
import { fuzzTitles } from './title-fuzz.ts';

const base = (process.env.BASE ?? '/').replace(/\/?$/, '/');
const started = performance.now();
const { rewritten, addresses, lost, added } = fuzzTitles('.', 'dist', base);
for (const address of lost) console.log(`${address} depends on a heading's words: write its id by hand, {#like-this}.`);
for (const address of added) console.log(`${address} is new: an id was made from a heading's words.`);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `${rewritten} headings and names rewritten, ${addresses} addresses built, ${lost.length} lost, ${added.length} new, ${seconds} s.`,
);
process.exitCode = lost.length + added.length === 0 ? 0 : 1;
