import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isMap, isSeq, parseDocument, type Document } from 'yaml';
import { collections, listedNames } from '#model/collections.ts';

/** Other words in place of a heading's. The first stays, since the list of topics has a heading for each letter. */
export const otherWords = (text: string, count: number): string =>
  `${/^[^\p{L}\p{N}]*[\p{L}\p{N}]+/u.exec(text)?.[0] ?? 'Thing'} quite retitled ${count}`;

/** Collections whose entries have a page each, and the same words for a name as its title: the folder of those pages. */
const namedAsPages = { paths: 'paths', lessons: 'teach' };

/** Gives each entry the new title of its page. */
function renameAsPages(file: string, folder: string, titles: ReadonlyMap<string, string>): void {
  const document: Document = parseDocument(readFileSync(file, 'utf8'));
  for (const item of isSeq(document.contents) ? document.contents.items : [])
    if (isMap(item)) item.set('name', titles.get(`content/docs/${folder}/${String(item.get('id'))}.mdx`));
  writeFileSync(file, document.toString());
}

/**
 * Rewrites the words of every heading, title and entry's name in a copy of the project, and leaves the ids.
 * @returns how many were rewritten
 */
export function retitleAll(root: string): number {
  let count = 0;
  const titles = new Map<string, string>();
  for (const file of globSync('content/docs/**/*.{md,mdx}', { cwd: root })) {
    const full = path.join(root, file);
    const text = readFileSync(full, 'utf8')
      .replace(/^(#{2,4} )(.*?)( \{#[^}]+\})$/gm, (_, marks: string, words: string, id: string) => {
        return `${marks}${otherWords(words, (count += 1))}${id}`;
      })
      .replace(/^title: (['"]?)(.*)\1$/m, (_, _quote: string, words: string) => {
        const title = otherWords(words, (count += 1));
        titles.set(file, title);
        return `title: ${JSON.stringify(title)}`;
      });
    writeFileSync(full, text);
  }
  for (const [name, folder] of Object.entries(namedAsPages))
    renameAsPages(path.join(root, `content/data/${name}.yml`), folder, titles);
  for (const [name, field] of listedNames.map((name) => [name, collections[name].title] as const)) {
    const full = path.join(root, `content/data/${name}.yml`);
    const document: Document = parseDocument(readFileSync(full, 'utf8'));
    for (const item of isSeq(document.contents) ? document.contents.items : [])
      if (isMap(item)) item.set(field, otherWords(String(item.get(field)), (count += 1)));
    writeFileSync(full, document.toString());
  }
  return count;
}
