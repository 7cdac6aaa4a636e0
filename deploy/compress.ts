// npm run compress [-- folder]: prepares a build for self-hosting: precompressed files, and generated rules for nginx and Caddy.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { compressFolder } from './lib/compress.ts';
import { caddyRules, nginxRules } from './lib/headers.ts';
import { readDictionary, takesDictionaries } from '#features/dictionary/index.ts';
import { readHeaders } from '#features/security/index.ts';

const [folder = 'dist', target = 'deploy'] = process.argv.slice(2);
const rules = readHeaders(folder);
const dictionary = takesDictionaries() ? readDictionary(folder) : undefined;
writeFileSync(path.join(target, 'site.nginx.conf'), nginxRules(rules, dictionary));
writeFileSync(path.join(target, 'site.Caddyfile'), caddyRules(rules, dictionary));
const { files, plain, gzip, brotli, pages } = compressFolder(folder, dictionary);
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
console.log(
  `${files} files: ${kilobytes(plain)}, ${kilobytes(gzip)} with gzip, ${kilobytes(brotli)} with brotli. The rules for nginx and Caddy are in ${target}/.`,
);
if (dictionary)
  console.log(
    `The pages among them: ${kilobytes(pages.brotli)} with brotli, ${kilobytes(pages.dictionary)} with their dictionary.`,
  );
else if (takesDictionaries()) console.log(`${folder} holds no dictionary, so pages are sent without. Build again.`);
else
  console.log(
    `Node ${process.version} compresses with no dictionary, so pages are sent without. Node 22.19, 24.6 and later do.`,
  );
