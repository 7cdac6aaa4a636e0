import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '#shared/problem.ts';
import { groupSchema, type Learning } from './schemas/navigation.ts';
import { readYamlList } from './yaml-list.ts';

/** Where authors write the order of the pages, from the project's root. */
export const navigationFile = 'content/data/navigation.yml';

/** One group of the sidebar. */
export interface Group {
  label: string;
  /** Addresses in reading order. */
  addresses: string[];
  /** Labels of the pages that code makes, by address: Starlight knows the titles of authors' pages only. */
  labels: Map<string, string>;
  /** What its pages teach and whom, where the file says it. */
  learning?: Learning | undefined;
}

/** The sidebar as authors wrote it. */
export interface Navigation {
  groups: Group[];
  /** Line of each address, at its first mention and at later ones. */
  lines: Map<string, number[]>;
  problems: Problem[];
}

/** Every address of these groups, in reading order. */
export const addressesOf = (groups: readonly Group[]): string[] => groups.flatMap(({ addresses }) => addresses);

/** Reads the order of the pages of the project at `root`; a group that is not sound is left out, and reported. */
export function readNavigation(root: string): Navigation {
  const file = path.join(root, navigationFile);
  const navigation: Navigation = { groups: [], lines: new Map(), problems: [] };
  if (!existsSync(file)) return navigation;
  const { entries, problems } = readYamlList(file, navigationFile);
  navigation.problems.push(...problems);
  for (const { value, line, keyLines } of entries) {
    const parsed = groupSchema.safeParse(value);
    for (const issue of parsed.error?.issues ?? [])
      navigation.problems.push({
        file: navigationFile,
        line: keyLines[String(issue.path[0])] ?? line,
        problem: `group "${String((value as { label?: unknown } | null)?.label)}": ${issue.path.map(String).join('.')}: ${issue.message}`,
        fix: 'Each group has a label and pages: addresses such as /section/page/, or { address: …, label: … }. Its `learning` is described in src/model/schemas/navigation.ts.',
      });
    if (!parsed.success) continue;
    const { label, learning, pages } = parsed.data;
    navigation.groups.push({
      label,
      learning,
      addresses: pages.map((page) => (typeof page === 'string' ? page : page.address)),
      labels: new Map(pages.flatMap((page) => (typeof page === 'string' ? [] : [[page.address, page.label]]))),
    });
  }
  readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .forEach((text, index) => {
      const address = /^\s*-\s+(?:\{\s*address:\s*)?['"]?(\/[^\s'",}]*)/.exec(text)?.[1];
      if (address) navigation.lines.set(address, [...(navigation.lines.get(address) ?? []), index + 1]);
    });
  return navigation;
}
