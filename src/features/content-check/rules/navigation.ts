import { didYouMean } from '#shared/suggest.ts';
import type { Problem } from '#shared/problem.ts';
import { labsOn } from '#model/lab-files.ts';
import { navigationFile as file, type Group } from '#model/navigation.ts';
import { overviewOf, sectionPages } from '#model/reading-order.ts';
import type { Site } from '#model/load.ts';

/** Reports pages that the sidebar lacks or lists twice, entries without a page, and pages that their section's overview does not link to. */
export function checkNavigation(site: Site): Problem[] {
  const { pages, sidebar, sidebarLines, anchors, problems: told } = site;
  // If the file does not parse it lists nothing, and reporting every page as missing would be noise.
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
  return [...problems, ...site.groups.flatMap((group) => leftOut(group, site))];
}

/** Pages that a component links to, by component name. Those of `SectionPages` depend on its attributes. */
const listing: Readonly<Record<string, (site: Site) => readonly string[]>> = {
  LabsTable: ({ pages }) => pages.flatMap((page) => (labsOn(page).length > 0 ? [page.address] : [])),
  PathList: ({ data }) => data.paths.map(({ id }) => `/paths/${id}/`),
  SystemsTable: ({ data }) => data.systems.map(({ page }) => page),
  TraitsTable: ({ data }) => data.traits.map(({ page }) => page),
  UseCasesTable: ({ data }) => data['use-cases'].map(({ page }) => page),
};

/** Pages of a section that its overview links to, directly or through a component. */
function ledTo(overview: Site['pages'][number], group: Group, site: Site): Set<string> {
  const text = overview.prose.map((line) => line.text).join('\n');
  const parts = [...text.matchAll(/<SectionPages\b([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const at = (name: string) => new RegExp(`\\b${name}="(\\d+)"`).exec(attributes)?.[1];
    return sectionPages(group, at('from'), at('to'));
  });
  const used = Object.entries(listing).flatMap(([name, list]) => (text.includes(`<${name} `) ? list(site) : []));
  return new Set([...parts, ...used, ...overview.links.map(({ href }) => href)].map((href) => href.split('#')[0]!));
}

/** Reports pages that readers of their section's overview would not find. Sections without an overview are exempt. */
function leftOut(group: Group, site: Site): Problem[] {
  const overview = site.pages.find(({ address }) => address === overviewOf(group));
  if (!overview) return [];
  const known = ledTo(overview, group, site);
  return group.addresses.flatMap((address) => {
    if (address === overview.address || known.has(address) || !site.anchors.has(address)) return [];
    return [
      {
        file: overview.file,
        line: 1,
        problem: `the overview of "${group.label}" does not lead to ${address}`,
        fix: 'Link to it, or list the pages of the section with <SectionPages />.',
      },
    ];
  });
}
