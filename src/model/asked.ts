import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { formatProblems, type Problem } from '#shared/problem.ts';
import { readYamlList } from './yaml-list.ts';

/** One entry of `content/data/asked.yml`: in which other words people ask for what a section answers. */
const askedSchema = z.strictObject({
  /** Address of the page, section or entry that answers. */
  at: z.string().startsWith('/'),
  /** Questions and phrases as people type them; they are indexed with the section and shown nowhere. */
  asked: z.array(z.string().trim().min(3).max(120)).min(1),
});

/** What people ask of one section, and where that stands. */
export type Asked = z.infer<typeof askedSchema> & {
  /** Line of the entry in {@link askedFile}. */
  line: number;
};

/** The file that says what people ask, from the project's root. */
export const askedFile = 'content/data/asked.yml';

/**
 * What people ask, and what is wrong with how it is written; an entry with a problem is left out.
 * @param root folder of the project
 */
export function readAsked(root: string): { entries: Asked[]; problems: Problem[] } {
  const file = path.join(root, askedFile);
  if (!existsSync(file)) return { entries: [], problems: [] };
  const { entries: raw, problems } = readYamlList(file, askedFile);
  const entries: Asked[] = [];
  for (const { value, line } of raw) {
    const { success, data, error } = askedSchema.safeParse(value);
    if (success) entries.push({ ...data, line });
    else
      problems.push(
        ...error.issues.map((issue) => ({
          file: askedFile,
          line,
          problem: `${issue.path.join('.') || 'the entry'}: ${issue.message}`,
          fix: 'Give each entry `at`, an address, and `asked`, lines as people type them.',
        })),
      );
  }
  return { entries, problems };
}

/**
 * What people ask, by the address that answers. Entries of one address, which a merged page leaves behind, are joined.
 * @param root folder of the project
 * @throws with file, line and what to do, if it does not read
 */
export function loadAsked(root: string): Map<string, string[]> {
  const { entries, problems } = readAsked(root);
  if (problems.length > 0) throw new Error(formatProblems(problems));
  const asked = new Map<string, string[]>();
  for (const { at, asked: lines } of entries) asked.set(at, [...(asked.get(at) ?? []), ...lines]);
  return asked;
}
