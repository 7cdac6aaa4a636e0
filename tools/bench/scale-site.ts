import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = 'content/docs/scale';

/** A number that is always the same for the same text. */
const number = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);

/** A word that nobody knows, one of five thousand. */
function madeUp(seed: string): string {
  const syllables = ['ka', 'lo', 'mi', 'ter', 'su', 'ven', 'do', 'ra', 'pel', 'nu'];
  return String(number(seed) % 5000)
    .padStart(4, '0')
    .split('')
    .map((digit) => syllables[Number(digit)])
    .join('');
}

/** The page with other words: only in lines of plain prose, so that markup stays what it is. */
export function otherWords(page: string, nth: number): string {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(page) ?? [];
  const named = front
    .replace(/^title: .*$/m, `title: Made-up page ${nth}`)
    .replace(
      /^description: .*$/m,
      `description: A page that the bench made up to see how the build grows, number ${nth} of many.`,
    );
  const prose = body
    .split('\n')
    .map((line) =>
      /^[A-Z][^<>{}[\]`]*$/.test(line) ? line.replace(/\b[a-z]{6,}\b/g, (word) => madeUp(`${nth % 50} ${word}`)) : line,
    );
  return `---\n${named}\n---\n${prose.join('\n')}`;
}

/** Writes the source of a site of `pages` content pages into a temporary folder: ours, and copies of one of its pages with other words. */
export function makeSite(pages: number, model = 'content/docs/concepts/hypervisors.mdx'): string {
  const root = mkdtempSync(path.join(tmpdir(), `scale-${pages}-`));
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const file of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    cpSync(file, path.join(root, file));
  }
  // Astro resolves links, so packages have to stand in the folder itself; hard links cost no room.
  execFileSync('cp', ['-al', path.resolve('node_modules'), root]);
  rmSync(path.join(root, 'node_modules/.astro'), { recursive: true, force: true });
  rmSync(path.join(root, 'node_modules/.vite'), { recursive: true, force: true });
  mkdirSync(path.join(root, folder), { recursive: true });
  const real = files.filter((file) => /^content\/docs\/(?:.*\/)?[^_/][^/]*\.mdx$/.test(file)).length;
  const text = readFileSync(model, 'utf8');
  const names = Array.from({ length: Math.max(0, pages - real) }, (_, nth) => `p${String(nth).padStart(4, '0')}`);
  names.forEach((name, nth) => writeFileSync(path.join(root, folder, `${name}.mdx`), otherWords(text, nth)));
  listPages(root, names);
  // The rule that every page has a short link is kept as well.
  const links = names.map((name) => `- { word: scale-${name}, to: /scale/${name}/, since: '2026-11-25' }\n`);
  appendFileSync(path.join(root, 'content/data/short-links.yml'), links.join(''));
  return root;
}

/** The rule that every page stands in the sidebar is kept; a sidebar of thousands of links, which no site would have, is not made. */
function listPages(root: string, names: readonly string[]): void {
  const file = path.join(root, 'src/model/sidebar.ts');
  const before = 'groups.flatMap(({ addresses }) => addresses)';
  const text = readFileSync(file, 'utf8');
  if (!text.includes(before))
    throw new Error(`src/model/sidebar.ts: "${before}" is gone; mend tools/bench/scale-site.ts.`);
  const added = JSON.stringify(names.map((name) => `/scale/${name}/`));
  writeFileSync(
    file,
    text.replace(before, () => `${before}.concat(${added})`),
  );
}
