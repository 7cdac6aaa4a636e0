// npm run labs:image: builds the machine of the labs from Debian packages. With --prove it builds it again and compares the result with what is
// committed.
import { buildImage, differing } from '../image/build.ts';
import { readManifest } from '../machine/node.ts';

const say = (line: string) => console.log(line);

if (process.argv.includes('--prove')) {
  const different = differing(say, readManifest());
  for (const part of different) console.log(`${part}: built anew, it differs from the committed one`);
  console.log(different.length === 0 ? 'All parts came out the same.' : `${different.length} parts differ.`);
  process.exitCode = different.length === 0 ? 0 : 1;
} else {
  const { files } = await buildImage(say);
  for (const { name, size } of Object.values(files)) console.log(`${String(size).padStart(9)}  ${name}`);
}
