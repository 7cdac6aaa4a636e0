import { dataFile } from '#model/data.ts';
import type { Site } from '#model/load.ts';
import type { Problem } from '#shared/problem.ts';
import { didYouMean } from '#shared/suggest.ts';
import { lineOf, parseMdx, walk } from '../parse-mdx.ts';

interface ListedGroup {
  group: string;
  file: string;
  line: number;
}

/** The groups of questions that pages list. */
function listedGroups({ pages }: Site): ListedGroup[] {
  return pages.flatMap((page) => {
    const found: ListedGroup[] = [];
    if (!page.source.includes('<QuestionList')) return found;
    const { tree } = parseMdx(page);
    if (tree)
      walk(tree, (node) => {
        if (node.type !== 'mdxJsxFlowElement' || node.name !== 'QuestionList') return;
        const attribute = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'group');
        if (attribute && 'value' in attribute && typeof attribute.value === 'string')
          found.push({ group: attribute.value, file: page.file, line: lineOf(node) });
      });
    return found;
  });
}

/** Reports questions in a group that no page lists, so they would not appear anywhere, and lists of a group without questions. */
export function checkQuestions(site: Site): Problem[] {
  const { data, lines, broken } = site;
  const listed = listedGroups(site);
  const names = [...new Set(listed.map(({ group }) => group))];
  const used = [...new Set(data.questions.map(({ group }) => group))];
  const empty = listed.filter(({ group }) => !used.includes(group) && !broken.has('questions'));
  const hidden = data.questions.filter(({ group }) => !names.includes(group));
  return [
    ...empty.map(({ group, file, line }) => ({
      file,
      line,
      problem: `no question is of the group "${group}"`,
      fix: `The groups in ${dataFile('questions')} are ${quoted(used)}. ${didYouMean(group, used)}`,
    })),
    ...hidden.map(({ id, group }) => ({
      file: dataFile('questions'),
      line: lines.questions.get(id),
      problem: `question "${id}" is of the group "${group}", which no page lists`,
      fix: `The groups are ${quoted(names)}. A new one needs <QuestionList group="${group}" /> on the page of questions.`,
    })),
  ];
}

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ') || 'none yet';
