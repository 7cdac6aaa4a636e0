import { drawingsOfSection } from '#model/drawings.ts';
import { dataFile } from '#model/data.ts';
import type { Site } from '#model/load.ts';
import { navigationFile } from '#model/navigation.ts';
import type { Page } from '#model/page.ts';
import { overviewOf, sectionPages } from '#model/reading-order.ts';
import { counted, type Problem } from '#shared/problem.ts';
import { didYouMean } from '#shared/suggest.ts';
import { componentUses } from '../parse-mdx.ts';

/** Reports components that would list nothing: a trait without figures, a section without drawings, no pages of a section. */
export const checkEmptyLists = (site: Site): Problem[] =>
  site.pages.flatMap((page) => [...tables(page, site), ...drawings(page, site), ...sections(page, site)]);

function tables(page: Page, { data, lines, broken }: Site): Problem[] {
  if (broken.has('numbers')) return [];
  const filled = new Set(data.numbers.map(({ trait }) => trait));
  return page.uses.flatMap(({ component, id: trait, line }) =>
    // An unknown trait is reported as such.
    component !== 'NumbersTable' || filled.has(trait) || !lines.traits.has(trait)
      ? []
      : [
          {
            file: page.file,
            line,
            problem: `no figure bears on the trait "${trait}"`,
            fix: `Delete <NumbersTable> with its heading, or write "trait: ${trait}" to a figure of ${dataFile('numbers')}.`,
          },
        ],
  );
}

function drawings(page: Page, site: Site): Problem[] {
  return componentUses(page, 'DiagramList').flatMap(({ attributes: { section }, line }) => {
    if (section === undefined || drawingsOfSection(section, site).length > 0) return [];
    const labels = site.groups.map(({ label }) => label);
    const known = labels.includes(section);
    return [
      {
        file: page.file,
        line,
        problem: known
          ? `no drawing appears first on a page of the section "${section}"`
          : `${navigationFile} has no section "${section}"`,
        fix: known ? 'Delete <DiagramList> with its heading.' : didYouMean(section, labels),
      },
    ];
  });
}

function sections(page: Page, { groups }: Site): Problem[] {
  const group = groups.find((one) => overviewOf(one) === page.address);
  return componentUses(page, 'SectionPages').flatMap(({ attributes: { from, to }, line }) => {
    if (!group)
      return [
        {
          file: page.file,
          line,
          problem: 'the page is the overview of no section, so <SectionPages> has nothing to list',
          fix: `Link to the pages by hand, or make ${page.address} the first page of one segment in its group in ${navigationFile}.`,
        },
      ];
    if (sectionPages(group, from, to).length > 0) return [];
    const count = sectionPages(group).length;
    return [
      {
        file: page.file,
        line,
        problem: `the section "${group.label}" has no pages from ${from ?? 1} to ${to ?? count}`,
        fix: `It has ${counted(count, 'page')} beside its overview: correct "from" and "to", or delete <SectionPages>.`,
      },
    ];
  });
}
