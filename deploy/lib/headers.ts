import { linkField, useField, type Dictionary } from '#features/dictionary/index.ts';
import type { HostHeaders } from '#features/security/index.ts';

const note = '# Made by "npm run compress" from dist/. Changes with every build.';

/** Rules for nginx to include in a `server` block. With a dictionary they set the variables that the maps of `nginx.conf` read. */
export const nginxRules = ({ base, headers }: HostHeaders, dictionary?: Dictionary) =>
  [
    note,
    ...headers.map(([name, value]) => `add_header ${name} "${value}" always;`),
    `error_page 404 ${base}404.html;`,
    ...(dictionary
      ? [
          `set $dictionary "${dictionary.hash}";`,
          `set $dictionary_extension "${dictionary.extension}";`,
          `set $dictionary_link '${linkField(dictionary, base)}';`,
          `set $dictionary_use '${useField(base)}';`,
        ]
      : []),
    '',
  ].join('\n');

/** Rules for Caddy to import in a site block. */
export const caddyRules = ({ base, headers }: HostHeaders, dictionary?: Dictionary) =>
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
    ...(dictionary ? caddyDictionary(dictionary, base) : []),
    '',
  ].join('\n');

/** Caddy rules for the dictionary: they send pages compressed with it to clients that have it, and announce it to readers who navigate within the site. */
const caddyDictionary = (dictionary: Dictionary, base: string) => [
  `@dictionary path ${base}_astro/${dictionary.name}`,
  `header @dictionary Use-As-Dictionary \`${useField(base)}\``,
  '@page path */ *.html',
  'header @page +Vary Available-Dictionary',
  '@further {',
  '\tpath */ *.html',
  `\tnot path ${base}embed/*`,
  '\theader Sec-Fetch-Site same-origin',
  // Firefox 153 fetches an announced dictionary, but never uses it.
  '\theader Sec-Ch-Ua `*"Chromium"*`',
  `\tnot header Available-Dictionary "${dictionary.hash}"`,
  '}',
  `header @further Link \`${linkField(dictionary, base)}\``,
  '@known {',
  '\tmethod GET HEAD',
  `\theader Available-Dictionary "${dictionary.hash}"`,
  '\theader_regexp Accept-Encoding `(^|[ ,])dcz([ ,]|$)`',
  '\tfile {',
  `\t\ttry_files {path}index.html${dictionary.extension} {path}${dictionary.extension}`,
  '\t}',
  '}',
  'header @known {',
  '\tContent-Encoding dcz',
  '\tContent-Type "text/html; charset=utf-8"',
  '\t+Vary Accept-Encoding',
  '}',
  'rewrite @known {http.matchers.file.relative}',
  // Match the original URI: rewritten URIs end in `.dcz` too.
  '@direct expression {http.request.orig_uri.path}.endsWith(".dcz")',
  'error @direct 404',
];
