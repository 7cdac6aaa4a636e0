import type { HostHeaders } from '#features/security/index.ts';

const note = '# Made by "npm run compress" from dist/_headers. Changes with every build.';

/** The rules as nginx includes them in a server. */
export const nginxRules = ({ base, headers }: HostHeaders) =>
  [
    note,
    ...headers.map(([name, value]) => `add_header ${name} "${value}" always;`),
    `error_page 404 ${base}404.html;`,
    '',
  ].join('\n');

/** The rules as Caddy imports them in a site. */
export const caddyRules = ({ base, headers }: HostHeaders) =>
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
