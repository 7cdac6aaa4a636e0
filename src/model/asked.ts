import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { formatProblems, type Problem } from '#shared/problem.ts';
import { readYamlList } from './yaml-list.ts';

/** An entry of `content/data/asked.yml`: alternative wordings of the questions that a section answers. */
const askedSchema = z.strictObject({
  /** Address of the page, section or entry that answers. */
  at: z.string().startsWith('/'),
  /** Questions and phrases as people type them. Indexed with the section, never displayed. */
  asked: z.array(z.string().trim().min(3).max(120)).min(1),
});

/** The alternative wordings for one section, with their position in the file. */
export type Asked = z.infer<typeof askedSchema> & {
  /** Line of the entry in {@link askedFile}. */
  line: number;
};

/** Path of the file with the alternative wordings, relative to the project root. */
export const askedFile = 'content/data/asked.yml';

/**
 * Reads the alternative wordings. Invalid entries are left out of `entries` and reported in `problems`.
 * @param root project root
 */
export function readAsked(root: string): { entries: Asked[]; problems: Problem[] } {
  const file = path.join(root, askedFile);
  if (!existsSync(file)) return { entries: [], problems: [] };
  const { entries: raw, problems } = readYamlList(file, askedFile, 'at');
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
 * Alternative wordings, keyed by the address that answers them. Entries with the same address, which merging pages can leave behind, are combined.
 * @param root project root
 * @throws if the file or an entry is invalid; the message has file, line and fix
 */
export function loadAsked(root: string): Map<string, string[]> {
  const { entries, problems } = readAsked(root);
  if (problems.length > 0) throw new Error(formatProblems(problems));
  const asked = new Map<string, string[]>();
  for (const { at, asked: lines } of entries) asked.set(at, [...(asked.get(at) ?? []), ...lines]);
  return asked;
}
