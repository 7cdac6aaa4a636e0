// npm run links:accept: adds every address of the built site to the permalink registry. Lines are only ever added.
import { readHeaders } from '#features/security/index.ts';
import { loadData } from '#model/data.ts';
import { commandArguments } from '#shared/command-arguments.ts';
import { writeAtomic } from '#shared/write-atomic.ts';
import { requireFreshBuild } from '../verify/fresh-build.ts';
import { readBuiltPages } from '../verify/parse-built-page.ts';
import { publishedAddresses } from '../verify/published-urls.ts';
import { formatRegistry, readRegistry, registryFile } from '../verify/registry.ts';

commandArguments('npm run links:accept');

try {
  requireFreshBuild('.', 'dist');
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
const before = readRegistry('.');
const built = publishedAddresses(readBuiltPages('dist', readHeaders('dist').base), loadData('.').data);
const known = new Set(before);
const added = built.filter((address) => !known.has(address));
writeAtomic(registryFile, formatRegistry([...before, ...built]));
for (const address of added.slice(0, 20)) console.log(`+ ${address}`);
if (added.length > 20) console.log(`+ and ${added.length - 20} more`);
console.log(`${added.length} addresses added, ${before.length + added.length} in the registry (${registryFile}).`);
if (added.length > 0)
  console.log('Read them before you commit: once merged, each has to work for the life of the site.');
