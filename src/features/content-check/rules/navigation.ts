import { didYouMean } from '#shared/suggest.ts';
import type { Problem } from '#shared/problem.ts';
import { navigationFile as file } from '#model/navigation.ts';
import type { Site } from '#model/load.ts';

/** Pages that the sidebar lacks or lists twice, and sidebar entries without a page. */
export function checkNavigation({ pages, sidebar, sidebarLines, anchors, problems: told }: Site): Problem[] {
  // A file that does not read lists nothing: that every page is missing from it would tell nobody anything.
  if (told.some((problem) => problem.file === file)) return [];
  const listed = new Set<string>();
  const problems: Problem[] = [];
  for (const address of sidebar) {
    if (listed.has(address))
      problems.push({
        file,
        line: sidebarLines.get(address)?.[1],
        problem: `${address} is listed twice`,
        fix: 'Keep one of the two.',
      });
    listed.add(address);
    if (!anchors.has(address)) {
      problems.push({
        file,
        line: sidebarLines.get(address)?.[0],
        problem: `${address} is listed but there is no such page`,
        fix: didYouMean(address, anchors.keys()),
      });
    }
  }
  for (const page of pages) {
    if (listed.has(page.address) || page.address === '/') continue;
    problems.push({
      file: page.file,
      line: 1,
      problem: `${page.address} is missing from the sidebar`,
      fix: `Add ${page.address} to its group in ${file}, or delete the page: an unfinished page is not published.`,
    });
  }
  return problems;
}
