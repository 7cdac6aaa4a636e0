// npm run offline [-- build [zip]]: writes a zip file of a build that works from a disk, for rooms without a network.
import { commandArguments } from '#shared/command-arguments.ts';
import { writeAtomic } from '#shared/write-atomic.ts';
import { offlineFiles, zipCopy } from '../copy.ts';

const [folder = 'dist', target = 'dist-offline.zip'] = commandArguments(
  'npm run offline [-- build [zip]]',
  [],
  2,
).words;
const files = await offlineFiles(folder);
const zip = zipCopy(files, 'containers-vs-vms');
writeAtomic(target, zip);
console.log(`${target}: ${files.size} files, ${(zip.length / 1e6).toFixed(2)} MB. Unpack it and open index.html.`);
