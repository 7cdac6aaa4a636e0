import { appendFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyProject } from '../project-copy.ts';

const folder = 'content/docs/scale';

/** A number that is always the same for the same text. */
const number = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);

/** A made-up word, one of five thousand. */
function syntheticWord(seed: string): string {
  const syllables = ['ka', 'lo', 'mi', 'ter', 'su', 'ven', 'do', 'ra', 'pel', 'nu'];
  return String(number(seed) % 5000)
    .padStart(4, '0')
    .split('')
    .map((digit) => syllables[Number(digit)])
    .join('');
}

/** Commands with their recorded output: a block may be on one page only. */
const recordedCommands = /^```console\n[\s\S]*?^```\n\n<Recorded id="[^"]*" \/>\n\n?/gm;

/** Replaces words of a page, in lines of plain prose only, so that markup stays intact, and removes the commands that are recorded for it. */
export function otherWords(page: string, nth: number): string {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(page) ?? [];
  const named = front
    .replace(/^title: .*$/m, `title: Made-up page ${nth}`)
    .replace(
      /^description: .*$/m,
      `description: A page that the bench made up to see how the build grows, number ${nth} of many.`,
    );
  const prose = body
    .replace(recordedCommands, '')
    .split('\n')
    .map((line) =>
      /^[A-Z][^<>{}[\]`]*$/.test(line)
        ? line.replace(/\b[a-z]{6,}\b/g, (word) => syntheticWord(`${nth % 50} ${word}`))
        : line,
    );
  return `---\n${named}\n---\n${prose.join('\n')}`;
}

/**
 * Writes the source of a site of `pages` content pages into a new folder: the real site, and copies of one of its pages with other words.
 * @param packages `linked` if it will be built, see copyProject
 */
export function makeSite(pages: number, packages: 'linked' | 'shared' = 'linked'): string {
  const model = 'content/docs/concepts/hypervisors.mdx';
  const root = copyProject('.', packages);
  const files = globSync('content/docs/**/*.mdx', { cwd: root });
  mkdirSync(path.join(root, folder), { recursive: true });
  const real = files.filter((file) => /^content\/docs\/(?:.*\/)?[^_/][^/]*\.mdx$/.test(file)).length;
  const text = readFileSync(model, 'utf8');
  const names = Array.from({ length: Math.max(0, pages - real) }, (_, nth) => `p${String(nth).padStart(4, '0')}`);
  names.forEach((name, nth) => writeFileSync(path.join(root, folder, `${name}.mdx`), otherWords(text, nth)));
  listPages(root, names);
  // Every page must have a short link.
  const links = names.map((name) => `- { word: scale-${name}, to: /scale/${name}/, since: '2026-11-25' }\n`);
  appendFileSync(path.join(root, 'content/data/short-links.yml'), links.join(''));
  return root;
}

/** Adds the pages to the list of those in the sidebar, where every page must be, but not to the sidebar: no site would have thousands of links in it. */
function listPages(root: string, names: readonly string[]): void {
  const file = path.join(root, 'src/model/navigation.ts');
  const before = 'groups.flatMap(({ addresses }) => addresses)';
  const text = readFileSync(file, 'utf8');
  if (!text.includes(before))
    throw new Error(`src/model/navigation.ts: "${before}" is gone; fix tools/bench/scale-site.ts.`);
  const added = JSON.stringify(names.map((name) => `/scale/${name}/`));
  writeFileSync(
    file,
    text.replace(before, () => `${before}.concat(${added})`),
  );
}
