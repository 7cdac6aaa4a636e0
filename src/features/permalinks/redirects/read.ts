import { existsSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'astro/zod';
import { redirectSchema, type Redirect } from '#model/schemas/redirect.ts';
import { shortLinkSchema } from '#model/schemas/short-link.ts';
import { readYamlList } from '#model/yaml-list.ts';
import type { Problem } from '#shared/problem.ts';

/** File with the redirects. */
export const redirectsFile = 'content/data/redirects.yml';
/** File with the short links. */
export const shortLinksFile = 'content/data/short-links.yml';

/** An entry with the number of its first line. */
export type Lined<T> = T & { line: number };

/** A short link: `/go/<slug>/` leads to `to`. The slug is called `word` in the file. */
export interface ShortLink {
  slug: string;
  to: string;
  /** Day on which it was added, `YYYY-MM-DD`. */
  since: string;
}

/** Redirects and short links, with the problems of invalid entries. */
export interface Links {
  redirects: Lined<Redirect>[];
  shortLinks: Lined<ShortLink>[];
  problems: Problem[];
}

/** Reads redirects and short links below `root`; invalid entries are left out and reported. */
export function readLinks(root: string): Links {
  const problems: Problem[] = [];
  return {
    redirects: readList(root, redirectsFile, redirectSchema, 'from', problems),
    shortLinks: readList(root, shortLinksFile, shortLinkSchema, 'word', problems).map(({ word, ...rest }) => ({
      slug: word,
      ...rest,
    })),
    problems,
  };
}

function readList<S extends z.ZodType>(root: string, file: string, schema: S, firstKey: string, problems: Problem[]) {
  if (!existsSync(path.join(root, file))) return [];
  const raw = readYamlList(path.join(root, file), file, firstKey);
  problems.push(...raw.problems);
  return raw.entries.flatMap(({ value, line, keyLines }) => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return [{ ...(parsed.data as object), line } as Lined<z.infer<S>>];
    for (const issue of parsed.error.issues) {
      const key = String(issue.path[0] ?? '');
      problems.push({
        file,
        line: keyLines[key] ?? line,
        problem: `${key ? `${key}: ` : ''}${issue.message}`,
        fix: 'The fields are described in src/model/schemas/redirect.ts and src/model/schemas/short-link.ts; addresses end with a slash.',
      });
    }
    return [];
  });
}
