import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';

/** `content/data/asked.yml`: in which other words people ask for what a section answers. */
const askedSchema = z.array(
  z.strictObject({
    /** Address of the page or section that answers. */
    at: z.string().startsWith('/'),
    /** Questions and phrases as people type them; they are indexed with the section and shown nowhere. */
    asked: z.array(z.string().trim().min(3).max(120)).min(1),
  }),
);

const file = 'content/data/asked.yml';
const help = 'Its fields are described in src/features/search/indexing/asked.ts.';

/**
 * What people ask, by the address of the section that answers.
 * @param root folder of the project
 * @throws with the file and what is wrong, if it does not read or names an address twice
 */
export function loadAsked(root: string): Map<string, string[]> {
  const found = path.join(root, file);
  if (!existsSync(found)) return new Map();
  const read = askedSchema.safeParse(parse(readFileSync(found, 'utf8')));
  if (!read.success) {
    const { path: where, message } = read.error.issues[0]!;
    throw new Error(`${file}: ${where.join('.')}: ${message}. ${help}`);
  }
  const asked = new Map<string, string[]>();
  for (const { at, asked: lines } of read.data) {
    if (asked.has(at)) throw new Error(`${file}: ${at} stands twice. Put all of its lines into one entry.`);
    asked.set(at, lines);
  }
  return asked;
}

/**
 * Holds that every address at which something is asked is a section of the site.
 * @param known addresses of all sections
 * @throws with the addresses that are not
 */
export function requireAnswers(asked: ReadonlyMap<string, unknown>, known: ReadonlySet<string>): void {
  const missing = [...asked.keys()].filter((address) => !known.has(address));
  if (missing.length > 0)
    throw new Error(
      `${file}: no section answers at ${missing.join(', ')}. Correct the address, or delete what is asked there.`,
    );
}
