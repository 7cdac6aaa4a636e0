import { globSync } from 'node:fs';
import path from 'node:path';
import { collectionNames, type CollectionName } from '#model/collections.ts';
import type { Site } from '#model/load.ts';
import type { Problem } from '#shared/problem.ts';
import { didYouMean } from '#shared/suggest.ts';

const pictures = /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|heic|pdf)$/i;
/** Files in `content/data` that are not collections. */
const otherData = [
  'navigation',
  'redirects',
  'search',
  'asked',
  'languages',
  'short-links',
  'choice',
  'paths',
  'decks',
  'handouts',
];

/** Reports files in `content/` that nothing reads: misplaced images, data that belongs to no collection, pages with another extension. */
export function checkFiles({ root }: Site): Problem[] {
  const files = globSync('content/**/*', { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  return files.flatMap((file) => {
    if (pictures.test(file) && !/^content\/diagrams\/[^/]+\.svg$/.test(file))
      return [
        {
          file,
          problem: 'a picture that no page can show',
          fix: 'Draw it: content/diagrams/<id>.mmd with its description, then npm run diagrams. A file that is served as it is belongs into public/.',
        },
      ];
    const [, data] = /^content\/data\/([^/]+)\.ya?ml$/.exec(file) ?? [];
    if (data !== undefined && !isKnown(data, file))
      return [
        {
          file,
          problem: 'data that nothing reads',
          fix: `Rename or delete it. ${didYouMean(data, [...collectionNames, ...otherData])}`,
        },
      ];
    if (/^content\/docs\//.test(file) && !/\.mdx?$/.test(file))
      return [
        {
          file,
          problem: 'not a page',
          fix: 'Give a page the extension .mdx; move any other file out of content/docs/.',
        },
      ];
    return [];
  });
}

const isKnown = (name: string, file: string) =>
  file.endsWith('.yml') && (collectionNames.includes(name as CollectionName) || otherData.includes(name));
