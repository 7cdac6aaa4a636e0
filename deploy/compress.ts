// npm run compress [-- folder]: makes a build ready for a server of your own: compressed files, and its rules for nginx and Caddy.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { compressFolder } from './lib/compress.ts';
import { caddyRules, nginxRules } from './lib/headers.ts';
import { readHeaders } from '#features/security/index.ts';

const [folder = 'dist', target = 'deploy'] = process.argv.slice(2);
const rules = readHeaders(folder);
writeFileSync(path.join(target, 'site.nginx.conf'), nginxRules(rules));
writeFileSync(path.join(target, 'site.Caddyfile'), caddyRules(rules));
const { files, plain, gzip, brotli } = compressFolder(folder);
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
console.log(
  `${files} files: ${kilobytes(plain)}, ${kilobytes(gzip)} with gzip, ${kilobytes(brotli)} with brotli. The rules for nginx and Caddy are in ${target}/.`,
);
