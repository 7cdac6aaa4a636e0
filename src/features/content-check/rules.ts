import type { Problem } from '#shared/problem.ts';
import { checkChoice } from './rules/choice.ts';
import { checkContexts } from './rules/contexts.ts';
import { checkEmptyLists } from './rules/empty-lists.ts';
import { checkFrontMatter } from './rules/front-matter.ts';
import { checkHeadings } from './rules/headings.ts';
import { checkLessons } from './rules/lessons.ts';
import { checkLinks } from './rules/links.ts';
import { checkMdx } from './rules/mdx.ts';
import { checkNavigation } from './rules/navigation.ts';
import { checkPaths } from './rules/paths.ts';
import { checkQuantities } from './rules/quantities.ts';
import { checkDataReferences, checkPageReferences } from './rules/references.ts';
import { checkReplacedDrawings } from './rules/replaced-drawings.ts';
import { checkTables } from './rules/tables.ts';
import { checkUsage } from './rules/usage.ts';
import { checkClaims } from './rules/claims.ts';
import { checkDays } from './rules/days.ts';
import { checkFigures } from './rules/figures.ts';
import { checkFirstUse } from './rules/first-use.ts';
import { checkFiles } from './rules/files.ts';
import { checkGlossary } from './rules/glossary.ts';
import { checkGroupedLists } from './rules/grouped-lists.ts';
import { checkQuiz } from './rules/quiz.ts';
import { checkSources } from './rules/sources.ts';
import { checkStyle } from './rules/style.ts';
import type { Site } from '#model/load.ts';

/** The content rules, in the order in which they run. */
const checks = [
  checkMdx,
  checkFrontMatter,
  checkHeadings,
  checkPageReferences,
  checkDataReferences,
  checkReplacedDrawings,
  checkContexts,
  checkChoice,
  checkLessons,
  checkLinks,
  checkNavigation,
  checkPaths,
  checkQuantities,
  checkTables,
  checkUsage,
  checkGroupedLists,
  checkEmptyLists,
  checkQuiz,
  checkStyle,
  checkDays,
  checkFigures,
  checkFirstUse,
  checkGlossary,
  checkClaims,
  checkSources,
  checkFiles,
];

/** All problems in the content, sorted by file and line. */
export function checkContent(site: Site): Problem[] {
  return [...site.problems, ...checks.flatMap((check) => check(site))].sort(
    (a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0),
  );
}
