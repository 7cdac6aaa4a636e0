// npm run labs:sources -- <folder>: fetches the source packages that correspond to the machine, in exactly its versions.
import { mkdirSync } from 'node:fs';
import { fetchSources } from '../image/build.ts';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder that the source packages shall go to: npm run labs:sources -- <folder>');
mkdirSync(folder, { recursive: true });
fetchSources(folder, (line) => console.log(line));
