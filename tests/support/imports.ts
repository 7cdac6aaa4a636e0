import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** One import of one file by another, both as paths from the project's root. */
export interface Import {
  from: string;
  to: string;
}

/** Code of an Astro component: its front matter and the scripts that it brings. */
function astroCode(text: string): string {
  const frontMatter = /^\s*---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => script!);
  return [frontMatter, ...scripts].join('\n');
}

/** The file that a specifier names, from the project's root; nothing if it is a package. */
function target(from: string, specifier: string): string | undefined {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare === '#components') return 'src/components/index.ts';
  if (bare.startsWith('#')) return `src/${bare.slice(1)}`;
  if (bare.startsWith('.')) return path.posix.join(path.posix.dirname(from), bare);
  return undefined;
}

/**
 * All imports between the project's own files.
 * @param root folder of the project
 */
export function readImports(root: string): Import[] {
  return globSync('{src,tools,deploy}/**/*.{ts,mjs,astro}', { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .sort()
    .flatMap((from) => {
      const text = readFileSync(path.join(root, from), 'utf8');
      const { importedFiles } = ts.preProcessFile(from.endsWith('.astro') ? astroCode(text) : text, true, true);
      return importedFiles.flatMap(({ fileName }) => {
        const to = target(from, fileName);
        return to ? [{ from, to }] : [];
      });
    });
}

/** The room of a file: a folder of `src/`, each feature by itself, or a folder of the root. */
function roomOf(file: string): string {
  const [top, room, feature] = file.split('/');
  if (top !== 'src') return top!;
  if (room === 'features') return `features/${feature}`;
  return room === 'site.ts' ? 'site' : room!;
}

/** Layers from the lowest to the highest: a file may import from its own layer's room and from layers below. */
const layers = ['shared', 'model', 'site', 'markdown', 'features', 'components'];
const layerOf = (room: string) => layers.indexOf(room.split('/')[0]!);

/** The list of what authors write, which names components of features too. */
const authorList = 'src/components/index.ts';

/** What a feature shows to others: its index, and to pages and layout also its components. */
const isDoor = (from: string, to: string) =>
  to.split('/').length === 4 &&
  (to.endsWith('/index.ts') || (to.endsWith('.astro') && (from === authorList || !from.endsWith('.ts'))));

/** Every import that the house does not allow, as a sentence. */
export function forbiddenImports(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, to }) => {
    if (!from.startsWith('src/')) return [];
    // The type of the sentences' keys is read off the file itself.
    if (to === 'content/i18n/en.json') return [];
    if (!to.startsWith('src/')) return [`${from} imports ${to}: the site's code knows nothing of ${roomOf(to)}/`];
    const [own, other] = [roomOf(from), roomOf(to)];
    if (own === other) return [];
    if (own === 'shared') return [`${from} imports ${to}: shared code knows nothing of this site`];
    if (layerOf(other) > layerOf(own)) return [`${from} imports ${to}: ${own} stands below ${other}`];
    if (other.startsWith('features/') && !isDoor(from, to))
      return [`${from} imports ${to}: a feature is entered by its index.ts`];
    return [];
  });
}

/** Rooms that import each other in a ring, each ring once, as `a → b → a`. */
export function rings(imports: readonly Import[]): string[] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [own, other] = [roomOf(from), roomOf(to)];
    if (own !== other) next.set(own, (next.get(own) ?? new Set()).add(other));
  }
  const found = new Map<string, string>();
  const walk = (trail: string[]): void => {
    for (const room of next.get(trail.at(-1)!) ?? []) {
      const at = trail.indexOf(room);
      if (at < 0) walk([...trail, room]);
      else {
        const ring = trail.slice(at);
        found.set([...ring].sort().join(), [...ring, room].join(' → '));
      }
    }
  };
  for (const room of next.keys()) walk([room]);
  return [...found.values()];
}
