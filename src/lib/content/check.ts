import type { Problem } from '../problem.ts';
import { checkFrontMatter } from './checks/front-matter.ts';
import { checkHeadings } from './checks/headings.ts';
import { checkLinks } from './checks/links.ts';
import { checkNavigation } from './checks/navigation.ts';
import { checkQuantities } from './checks/quantities.ts';
import { checkDataReferences, checkPageReferences } from './checks/references.ts';
import { checkTables } from './checks/tables.ts';
import { checkUsage } from './checks/usage.ts';
import type { Site } from './site.ts';

/** The rules for content, in the order in which their problems are told. */
const checks = [
  checkFrontMatter,
  checkHeadings,
  checkPageReferences,
  checkDataReferences,
  checkLinks,
  checkNavigation,
  checkQuantities,
  checkTables,
  checkUsage,
];

/** Everything that is wrong with the content, sorted by file and line. */
export function checkContent(site: Site): Problem[] {
  return [...site.problems, ...checks.flatMap((check) => check(site))].sort(
    (a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0),
  );
}
