import type { Problem } from '#shared/problem.ts';
import { checkFrontMatter } from './rules/front-matter.ts';
import { checkHeadings } from './rules/headings.ts';
import { checkLinks } from './rules/links.ts';
import { checkNavigation } from './rules/navigation.ts';
import { checkPaths } from './rules/paths.ts';
import { checkQuantities } from './rules/quantities.ts';
import { checkDataReferences, checkPageReferences } from './rules/references.ts';
import { checkTables } from './rules/tables.ts';
import { checkUsage } from './rules/usage.ts';
import type { Site } from '#model/load.ts';

/** The rules for content, in the order in which their problems are told. */
const checks = [
  checkFrontMatter,
  checkHeadings,
  checkPageReferences,
  checkDataReferences,
  checkLinks,
  checkNavigation,
  checkPaths,
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
