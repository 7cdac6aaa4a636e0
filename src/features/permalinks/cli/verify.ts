// npm run links:prove [-- --bench]: whether the built site keeps every address that was ever published.
import { existsSync } from 'node:fs';
import { benchLinks } from '../verify/bench.ts';
import { proveLinks } from '../verify/verify.ts';
import { formatProblems } from '#shared/problem.ts';

if (process.argv.includes('--bench')) {
  const { addresses, seconds, problems } = benchLinks(5_040);
  console.log(`${addresses} addresses proved in ${seconds.toFixed(1)} s, ${problems} problems (limit: 60 s).`);
  process.exit(problems === 0 && seconds < 60 ? 0 : 1);
}

const base = (process.env.BASE ?? '/').replace(/\/?$/, '/');
if (!existsSync('dist/_redirects')) {
  console.error('dist holds no finished build. Run npm run build first, then npm run links:prove.');
  process.exit(1);
}
const started = performance.now();
const { problems, recorded, built, redirects, shortLinks, refs } = proveLinks('.', 'dist', base);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
const compared =
  refs.length === 0 ? 'no earlier commit (there is no git history)' : refs.map((ref) => ref.slice(0, 12)).join(', ');
if (problems.length > 0) console.log(formatProblems(problems));
console.log(
  `${recorded} addresses on the record, ${built} of them in this build; ${redirects} redirects, ${shortLinks} short links.`,
);
console.log(
  `Compared with ${compared}. ${problems.length === 0 ? 'Every one holds' : 'NOT proved'}, after ${seconds} s.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
