// npm run integrity [-- part-of-a-path]: reports all problems in the content, without building the site.
import { siteModel } from '#model/model.ts';
import { commandArguments } from '#shared/command-arguments.ts';
import { formatProblems } from '#shared/problem.ts';
import { checkAll } from '../check-all.ts';

const root = process.cwd();
const [part = ''] = commandArguments('npm run integrity [-- part-of-a-path]', [], 1).words;
const site = siteModel(root);
const problems = checkAll(root, site).filter(({ file }) => file.includes(part));

console.log(
  problems.length === 0
    ? `The content is valid: ${site.pages.length} pages, ${site.diagrams.size} diagrams.`
    : formatProblems(problems),
);
process.exitCode = problems.length === 0 ? 0 : 1;
