// npm run integrity [-- part-of-a-path]: everything that is wrong with the content, without building the site.
import { checkContent } from '../lib/content/check.ts';
import { loadSite } from '../lib/content/site.ts';

import { checkDiagrams } from '../lib/diagrams/check.ts';
import { checkLinkData } from '../lib/links/check-all.ts';
import { formatProblems } from '../lib/problem.ts';
import { generatedAddresses } from '../site/routes.ts';
import { sidebarAddresses } from '../site/sidebar.ts';

const root = process.cwd();
const part = process.argv[2] ?? '';
const site = loadSite(root, { sidebar: sidebarAddresses, generated: generatedAddresses });
const problems = [
  ...checkContent(site),
  ...checkDiagrams(root),
  ...checkLinkData(root, site, generatedAddresses),
].filter(({ file }) => file.includes(part));

console.log(
  problems.length === 0
    ? `The content is sound: ${site.pages.length} pages, ${site.diagrams.size} diagrams.`
    : formatProblems(problems),
);
process.exitCode = problems.length === 0 ? 0 : 1;
