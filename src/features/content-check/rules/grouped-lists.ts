import { dataFile } from '#model/data.ts';
import type { Site } from '#model/load.ts';
import type { Problem } from '#shared/problem.ts';
import { didYouMean } from '#shared/suggest.ts';
import { componentUses } from '../parse-mdx.ts';

/** Collections whose entries pages list by group: the component, and what an entry is called in problems. */
const lists = [
  { collection: 'questions', component: 'QuestionList', entry: 'question' },
  { collection: 'symptoms', component: 'SymptomList', entry: 'symptom' },
] as const;

interface ListedGroup {
  group: string;
  file: string;
  line: number;
}

/** The groups that pages list by a component. */
const listedGroups = ({ pages }: Site, component: string): ListedGroup[] =>
  pages.flatMap((page) =>
    componentUses(page, component).flatMap(({ attributes: { group }, line }) =>
      group === undefined ? [] : [{ group, file: page.file, line }],
    ),
  );

/** Reports entries in a group that no page lists, so they would not appear anywhere, and lists of a group without entries. */
export const checkGroupedLists = (site: Site): Problem[] =>
  lists.flatMap(({ collection, component, entry }) => {
    const { data, lines, broken } = site;
    const listed = listedGroups(site, component);
    const names = [...new Set(listed.map(({ group }) => group))];
    const used = [...new Set(data[collection].map(({ group }) => group))];
    const empty = listed.filter(({ group }) => !used.includes(group) && !broken.has(collection));
    const hidden = data[collection].filter(({ group }) => !names.includes(group));
    return [
      ...empty.map(({ group, file, line }) => ({
        file,
        line,
        problem: `no ${entry} is of the group "${group}"`,
        fix: `The groups in ${dataFile(collection)} are ${quoted(used)}. ${didYouMean(group, used)}`,
      })),
      ...hidden.map(({ id, group }) => ({
        file: dataFile(collection),
        line: lines[collection].get(id),
        problem: `${entry} "${id}" is of the group "${group}", which no page lists`,
        fix: `The groups are ${quoted(names)}. A new one needs <${component} group="${group}" /> on the page of ${collection}.`,
      })),
    ];
  });

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ') || 'none yet';
