import { existsSync } from 'node:fs';
import path from 'node:path';
import { collectionNames, collections, describeCollection, type CollectionName, type Data } from './collections.ts';
import { didYouMean } from '#shared/suggest.ts';
import type { Problem } from '#shared/problem.ts';
import { readYamlList } from './yaml-list.ts';

/** Line of each entry: `lines.glossary.get('cgroup')` is its line in `content/data/glossary.yml`. */
export type EntryLines = Record<CollectionName, Map<string, number>>;

/** All of `content/data`, validated. */
export interface LoadedData {
  /** Valid entries by collection, in file order. */
  data: Data;
  /** Line of every entry with an id, including invalid ones. */
  lines: EntryLines;
  problems: Problem[];
  /** Collections whose file could not be parsed. References to their entries cannot be checked. */
  broken: Set<CollectionName>;
}

/** Path of a collection's file, relative to the project root. */
export const dataFile = (name: CollectionName) => `content/data/${name}.yml`;

/** Loads and validates every data file below `root`. Invalid entries are left out of `data` and reported in `problems`. */
export function loadData(root: string): LoadedData {
  const data = Object.fromEntries(collectionNames.map((name) => [name, []])) as unknown as Data;
  const lines = Object.fromEntries(collectionNames.map((name) => [name, new Map()])) as unknown as EntryLines;
  const problems: Problem[] = [];
  const broken = new Set<CollectionName>();
  for (const name of collectionNames) {
    if (!existsSync(path.join(root, dataFile(name)))) continue;
    const raw = readYamlList(path.join(root, dataFile(name)), dataFile(name));
    problems.push(...raw.problems);
    if (raw.problems.length > 0) broken.add(name);
    for (const entry of raw.entries) {
      const parsed = collections[name].schema.safeParse(entry.value);
      if (!parsed.success) {
        // Keep the id, so that references to an invalid entry are not reported as well.
        const { id } = (entry.value ?? {}) as { id?: unknown };
        if (typeof id === 'string' && !lines[name].has(id)) lines[name].set(id, entry.line);
        for (const issue of parsed.error.issues) problems.push(schemaProblem(name, entry, issue));
        continue;
      }
      const { id } = parsed.data;
      const first = lines[name].get(id);
      if (first !== undefined) {
        problems.push({
          file: dataFile(name),
          line: entry.line,
          problem: `id "${id}" is used twice, first on line ${first}`,
          fix: 'Give one of the two entries another id, or delete it.',
        });
        continue;
      }
      lines[name].set(id, entry.line);
      (data[name] as unknown[]).push(parsed.data);
    }
  }
  return { data, lines, problems, broken };
}

interface Issue {
  code?: string;
  path: PropertyKey[];
  message: string;
  keys?: string[];
}

/** Suggests a fix: the nearest known field name for an unknown one, otherwise the list of fields. */
function fixOf(name: CollectionName, key: string, issue: Issue): string {
  const fields = Object.keys((describeCollection(name).schema as unknown as { shape: object }).shape);
  if (issue.code === 'unrecognized_keys') return `Remove or rename it. ${didYouMean(issue.keys?.[0] ?? key, fields)}`;
  return `An entry has ${fields.join(', ')}; src/model/collections.ts leads to what each means.`;
}

function schemaProblem(
  name: CollectionName,
  entry: { value: unknown; line: number; keyLines: Record<string, number> },
  issue: Issue,
): Problem {
  const key = String(issue.path[0] ?? issue.keys?.[0] ?? '');
  const id = (entry.value as { id?: unknown } | null)?.id;
  return {
    file: dataFile(name),
    line: entry.keyLines[key] ?? entry.line,
    problem: `entry "${String(id)}": ${issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''}${issue.message}`,
    fix: fixOf(name, key, issue),
  };
}
