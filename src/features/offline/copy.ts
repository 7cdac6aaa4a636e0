import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8 } from 'fflate';
import { keyOf, takeModules } from '#features/optimise/index.ts';
import { formatPolicy, policyFor, readHeaders } from '#features/security/index.ts';
import { t } from '#model/i18n.ts';
import { zipOf } from '#shared/zip.ts';
import { codeLicence, licence, siteTitle } from '#site.ts';
import { dropProgramLinks, fileOf, relativeAddresses } from './addresses.ts';
import { laterFiles } from './later-files.ts';
import { classicScript } from './scripts.ts';

/** Pages that are useless on a disk, and the pages to link to instead. */
const replaced = new Map([
  ['search/index.html', 'topics/index.html'],
  ['404.html', 'topics/index.html'],
]);

/** Attribute of a component that works from a disk, if everything that its page's own script loads later is bundled. */
const wholeMark = ' data-offline ';
/** Attribute with the data file that its script would request from a server: on a disk, the page contains the data. */
const dataFile = /\sdata-offline-data="([^"]*)"/;

/** Embeds the data that the script of a page would request, in an element that the script finds. */
function withData(html: string, base: string, read: (file: string) => Buffer): string {
  const address = dataFile.exec(html)?.[1];
  if (!address) return html;
  const data = read(fileOf(address, base)).toString().replaceAll('<', '\\u003c');
  return html.replace('</body>', () => `<script type="application/json" data-offline-block>${data}</script></body>`);
}

/** Attribute of a lab, whose script loads a VM. */
const labMark = ' data-lab=';

const policyTag = /<meta http-equiv="content-security-policy"[^>]*>/;
const isRedirect = (html: string) => /<meta[^>]*http-equiv="refresh"/i.test(html);

/** Adapts the policy of a page for a disk, where `'self'` matches no address. */
function withPolicy(html: string): string {
  const own = policyFor(html);
  // A lab works from a server on the reader's machine, where its worker and the files of its VM have an origin.
  const lab = own['worker-src'] !== undefined;
  const policy = formatPolicy({
    ...own,
    'script-src': own['script-src']!.filter((source) => lab || source !== "'self'"),
    'style-src': ['file:', ...own['style-src']!.filter((source) => source !== "'self'")],
    'img-src': ['file:', 'data:'],
    'form-action': ['file:'],
    'connect-src': [lab ? "'self'" : "'none'"],
    'manifest-src': ["'none'"],
  });
  return html.replace(policyTag, () => `<meta http-equiv="content-security-policy" content="${policy}"/>`);
}

/**
 * Creates the files of the offline copy from a build.
 * @param folder folder of the build
 * @returns contents of the files, by name relative to the copy's folder
 * @throws if a page links to a file that the build does not have, with both names
 */
export async function offlineFiles(folder: string): Promise<Map<string, Uint8Array>> {
  const { base } = readHeaders(folder);
  const read = (file: string) => readFileSync(path.join(folder, file));
  const pages = globSync('**/*.html', { cwd: folder })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !replaced.has(file) && !isRedirect(read(file).toString()))
    .sort();
  const files = new Map<string, Uint8Array>();
  const scripts = new Map<string, string>();
  for (const file of pages) {
    const { html: bare, modules } = takeModules(dropProgramLinks(read(file).toString()));
    const isLab = bare.includes(labMark);
    const later = isLab ? path.posix.relative(path.posix.dirname(file), '_astro') : undefined;
    const whole = bare.includes(wholeMark);
    const key = [later, ...modules.map(keyOf)].join('\n');
    const script = scripts.get(key) ?? (await classicScript(modules, path.join(folder, '_astro'), { whole, later }));
    if (isLab) for (const name of laterFiles(modules, folder)) files.set(name, read(name));
    scripts.set(key, script);
    const { html, names } = relativeAddresses(withData(bare, base, read), file, base, replaced);
    const page = script ? html.replace('</body>', () => `<script>${script}</script></body>`) : html;
    files.set(file, strToU8(withPolicy(page)));
    for (const name of names) {
      if (pages.includes(name) || files.has(name)) continue;
      if (!existsSync(path.join(folder, name)))
        throw new Error(`${file} names ${name}, which is not in ${folder}. Fix the link, or build again.`);
      files.set(name, read(name));
    }
  }
  return files;
}

/** Text of the README, for readers who open the folder. */
const readMe = () =>
  [
    t('offline.title', { site: siteTitle }),
    `${t('offline.open')}\n${t('offline.search', { search: t('search.title') })}\n${t('offline.labs')}`,
    t('offline.licence', { licence: licence.name, codeLicence: codeLicence.name }),
  ].join('\n\n') + '\n';

/** Packs the files and a README into a zip file, below one folder. */
export function zipCopy(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const all = new Map<string, string | Uint8Array>([...files, ['README.txt', readMe()]]);
  return zipOf(new Map([...all].map(([file, body]) => [`${name}/${file}`, body])));
}
