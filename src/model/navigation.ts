import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '#shared/problem.ts';
import { groupSchema, type Learning } from './schemas/navigation.ts';
import { readYamlList } from './yaml-list.ts';

/** Path of the navigation file, relative to the project root. */
export const navigationFile = 'content/data/navigation.yml';

/** A group of the sidebar. */
export interface Group {
  label: string;
  /** Addresses in reading order. */
  addresses: string[];
  /** Labels of generated pages, by address. Starlight knows only the titles of authored pages. */
  labels: Map<string, string>;
  /** Learning objectives and audience of its pages, if specified. */
  learning?: Learning | undefined;
}

/** The sidebar as written by authors. */
export interface Navigation {
  groups: Group[];
  /** Lines of each address: its first mention, then any duplicates. */
  lines: Map<string, number[]>;
  problems: Problem[];
}

/** All addresses of the groups, in reading order. */
export const addressesOf = (groups: readonly Group[]): string[] => groups.flatMap(({ addresses }) => addresses);

/** Reads the navigation of the project at `root`. Invalid groups are left out of `groups` and reported in `problems`. */
export function readNavigation(root: string): Navigation {
  const file = path.join(root, navigationFile);
  const navigation: Navigation = { groups: [], lines: new Map(), problems: [] };
  if (!existsSync(file)) return navigation;
  const { entries, problems } = readYamlList(file, navigationFile, 'label');
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
