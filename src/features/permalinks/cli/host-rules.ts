// npm run links:hosts: writes the redirects as snippets for nginx and Caddy into deploy/, for the base path in BASE.
import { mkdirSync, writeFileSync } from 'node:fs';
import { commandArguments } from '#shared/command-arguments.ts';
import { caddy, hostRules, nginx } from '../redirects/hosts.ts';
import { readLinks } from '../redirects/read.ts';

commandArguments('npm run links:hosts');

const base = (process.env.BASE ?? '/').replace(/\/?$/, '/');
const { redirects, shortLinks } = readLinks('.');
const rules = hostRules(redirects, shortLinks);
mkdirSync('deploy', { recursive: true });
writeFileSync('deploy/redirects.nginx.conf', nginx(rules, base));
writeFileSync('deploy/redirects.Caddyfile', caddy(rules, base));
console.log(`${rules.length} redirects in deploy/redirects.nginx.conf and deploy/redirects.Caddyfile, for ${base}`);
