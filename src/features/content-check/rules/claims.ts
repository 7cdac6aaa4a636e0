import { dataFile } from '#model/data.ts';
import type { Site } from '#model/load.ts';
import { plainText } from '#shared/inline-markdown.ts';
import type { Problem } from '#shared/problem.ts';

/** Normalises a sentence: removes markup, case, quotation marks and the full stop. */
const bare = (text: string) =>
  plainText(text)
    .toLowerCase()
    .replace(/[“”"'‘’]/g, '')
    .replace(/[.!?\s]+$/, '')
    .trim();

/** Reports headings and link text that repeat a false claim without its verdict. The page of misconceptions adds verdicts automatically. */
export function checkClaims({ pages, data }: Site): Problem[] {
  const claims = new Map(data.misconceptions.map(({ id, claim }) => [bare(claim), id]));
  if (claims.size === 0) return [];
  const tell = (file: string, line: number, what: string, text: string): Problem[] => {
    const id = claims.get(bare(text));
    return id === undefined
      ? []
      : [
          {
            file,
            line,
            problem: `the ${what} "${text}" states the misconception "${id}" as if it were so`,
            fix: `Mark it as in ${dataFile('misconceptions')}, with its verdict: False: “…”. Or say what is so.`,
          },
        ];
  };
  return pages.flatMap(({ file, headings, prose, frontMatter, keyLines }) => [
    ...tell(file, keyLines.title ?? 1, 'title', String(frontMatter.title ?? '')),
    ...headings.flatMap(({ text, line }) => tell(file, line, 'heading', text)),
    ...prose.flatMap(({ text, line }) =>
      [...text.matchAll(/\[([^\]]+)\]\(/g)].flatMap(([, words]) => tell(file, line, 'link', words!)),
    ),
  ]);
}
