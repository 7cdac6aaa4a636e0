// npm run links:accept: puts every address of the built site on the record of what is published. Lines are only ever added.
import { existsSync, writeFileSync } from 'node:fs';
import { loadData } from '#model/data.ts';
import { readLinkPages } from '../verify/parse-built-page.ts';
import { publicAddresses } from '../verify/published-urls.ts';
import { formatRecord, readRecord, recordFile } from '../verify/registry.ts';

const base = (process.env.BASE ?? '/').replace(/\/?$/, '/');
if (!existsSync('dist/index.html')) {
  console.error('dist holds no built site. Run npm run build first, then npm run links:accept.');
  process.exit(1);
}
const before = readRecord('.');
const built = publicAddresses(readLinkPages('dist', base), loadData('.').data);
const known = new Set(before);
const added = built.filter((address) => !known.has(address));
writeFileSync(recordFile, formatRecord([...before, ...built]));
for (const address of added.slice(0, 20)) console.log(`+ ${address}`);
if (added.length > 20) console.log(`+ and ${added.length - 20} more`);
console.log(`${added.length} addresses added, ${before.length + added.length} on the record (${recordFile}).`);
if (added.length > 0)
  console.log('Read them before you commit: once merged, each has to work for the life of the site.');
