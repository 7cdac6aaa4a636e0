import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What a build says about how it wants to be served. */
export interface HostRules {
  /** Sub-path of the site, with slashes at both ends. */
  base: string;
  /** Headers of every answer. */
  headers: [name: string, value: string][];
}

/**
 * Reads the rules from the `_headers` file of a build, so that every host sends what Netlify and Cloudflare do.
 * @throws if the folder holds no finished build, or its file has no rule for all pages
 */
export function readRules(folder: string): HostRules {
  const file = path.join(folder, '_headers');
  if (!existsSync(file)) throw new Error(`${file} is missing. Run "npm run build" first.`);
  const lines = readFileSync(file, 'utf8').split('\n');
  const start = lines.indexOf('/*');
  if (start < 0)
    throw new Error(`${file}: there is no rule "/*". Build again; src/lib/finish/site.ts writes the file.`);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => !line.startsWith('  '));
  const headers = rest.slice(0, end).map((line): [string, string] => {
    const at = line.indexOf(':');
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  });
  const base = lines.find((line) => line.endsWith('_astro/*'))?.slice(0, -'_astro/*'.length) ?? '/';
  return { base, headers };
}

const note = '# Made by "npm run compress" from dist/_headers. Changes with every build.';

/** The rules as nginx includes them in a server. */
export const nginxRules = ({ base, headers }: HostRules) =>
  [
    note,
    ...headers.map(([name, value]) => `add_header ${name} "${value}" always;`),
    `error_page 404 ${base}404.html;`,
    '',
  ].join('\n');

/** The rules as Caddy imports them in a site. */
export const caddyRules = ({ base, headers }: HostRules) =>
  [
    note,
    'header {',
    ...headers.map(([name, value]) => `\t${name} "${value}"`),
    '}',
    'handle_errors {',
    '\theader Cache-Control no-cache',
    '\t@missing expression {http.error.status_code} == 404',
    '\thandle @missing {',
    `\t\trewrite * ${base}404.html`,
    '\t\theader Content-Type "text/html; charset=utf-8"',
    '\t\tfile_server {',
    '\t\t\tprecompressed br gzip',
    '\t\t}',
    '\t}',
    '}',
    '',
  ].join('\n');
