import { checkCommands } from '#features/commands/index.ts';
import { checkDecks, checkHandouts } from '#features/courseware/index.ts';
import { checkDiagrams } from '#features/diagrams/index.ts';
import { checkLabs } from '#features/labs/index.ts';
import { checkLinkData } from '#features/permalinks/index.ts';
import { checkSearchData } from '#features/search/index.ts';
import { generatedAddresses } from '#model/addresses.ts';
import type { Site } from '#model/load.ts';
import type { Problem } from '#shared/problem.ts';
import { checkContent } from './rules.ts';

/** All problems in the content below `root`, from every check: pages and data, diagrams, labs, commands, redirects, short links and what the search knows. */
export const checkAll = (root: string, site: Site): Problem[] => [
  ...checkContent(site),
  ...checkDiagrams(root),
  ...checkLabs(root, site),
  ...checkCommands(root, site),
  ...checkDecks(root, site),
  ...checkHandouts(root, site),
  ...checkLinkData(root, site, generatedAddresses),
  ...checkSearchData(root, site),
];
