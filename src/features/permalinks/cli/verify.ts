// npm run links:verify: checks that the built site keeps every address that was ever published.
import { readHeaders } from '#features/security/index.ts';
import { commandArguments } from '#shared/command-arguments.ts';
import { formatProblems } from '#shared/problem.ts';
import { requireFreshBuild } from '../verify/fresh-build.ts';
import { verifyLinks } from '../verify/verify.ts';

commandArguments('npm run links:verify');

try {
  requireFreshBuild('.', 'dist');
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
const started = performance.now();
const { problems, registered, built, redirects, shortLinks, refs } = verifyLinks('.', 'dist', readHeaders('dist').base);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
const compared =
  refs.length === 0 ? 'no earlier commit (there is no git history)' : refs.map((ref) => ref.slice(0, 12)).join(', ');
if (problems.length > 0) console.log(formatProblems(problems));
console.log(
  `${registered} addresses in the registry, ${built} of them in this build; ${redirects} redirects, ${shortLinks} short links.`,
);
console.log(
  `Compared with ${compared}. ${problems.length === 0 ? 'Every address works' : 'NOT verified'}, after ${seconds} s.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
