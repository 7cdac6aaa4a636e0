import { yearAtEnd } from '#model/citations.ts';
import { diagramIds } from '#model/diagram-files.ts';
import { readDiagram } from '#features/diagrams/index.ts';
import { figure } from '#model/numbers.ts';
import type { Data } from '#model/schemas/index.ts';
import type { Trait } from '#model/schemas/trait.ts';
import { inShortForm, namesExamples } from '#model/short-document.ts';

const anchor = (id: string) => `<a id="${id}"></a>`;

const inFull = ({ name, container, vm }: Trait) =>
  `- **${name}.** Containers: ${container.sentence} Virtual machines: ${vm.sentence}`;

const shortTraits = ({ traits, statements }: Data): string[] => [
  ...traits
    .filter(inShortForm)
    .map(
      ({ name, container, vm }) =>
        `- **${name}.** Containers: ${container.short}. True when: ${container.trueWhen} Virtual machines: ${vm.short}. True when: ${vm.trueWhen}`,
    ),
  `- **Example systems.** ${statements
    .filter(namesExamples)
    .map(({ text, correction }) => `${text} ${correction}`)
    .join(' ')}`,
];

/** How each list component of a page reads in plain Markdown. */
const lists: Record<string, (data: Data, attributes: Record<string, string>) => string[]> = {
  GlossaryList: ({ glossary }) =>
    glossary.map(
      ({ id, term, short, not, aka }) =>
        `## ${term} ${anchor(id)}\n\n${short} ${not}${aka.length > 0 ? `\n\nAlso: ${aka.join(', ')}.` : ''}`,
    ),
  QuestionList: ({ questions }, { group }) =>
    questions
      .filter((entry) => entry.group === group)
      .map(({ id, question, answer }) => `### ${question} ${anchor(id)}\n\n${answer}`),
  MisconceptionList: ({ misconceptions }) =>
    misconceptions.map(
      ({ id, claim, why, truth }) =>
        `## ${claim} ${anchor(id)}\n\n**Why people believe it.** ${why}\n\n**What is so.** ${truth}`,
    ),
  SymptomList: ({ symptoms }) =>
    symptoms.map(
      (entry) =>
        `## ${entry.message} ${anchor(entry.id)}\n\n${entry.where}\n\n**What it means.** ${entry.meaning}\n\n**What to do.** ${entry.do}`,
    ),
  ContradictionList: ({ contradictions }) =>
    contradictions.map(
      ({ id, topic, one, other, known }) =>
        `## ${topic} ${anchor(id)}\n\n**One says:** ${one.says}\n\n**Another says:** ${other.says}\n\n**What is known.** ${known}`,
    ),
  HistoryList: ({ history }) =>
    [...history]
      .sort((a, b) => a.date.localeCompare(b.date))
      .map(({ id, date, event, matters }) => `- ${anchor(id)}**${date}.** ${event} ${matters}`),
  NumbersTable: ({ numbers }) =>
    numbers.map(
      (number) =>
        `- ${anchor(number.id)}**${figure(number)}**: ${number.what}. ${number.conditions} ${number.limits} (${number.source}, ${number.year})`,
    ),
  Bibliography: ({ sources }, { kind }) =>
    sources
      .filter((source) => source.kind === kind)
      .map(({ id, authors, title, url, year }) => `- ${anchor(id)}${authors}, [${title}](${url}), ${yearAtEnd(year)}`),
  TraitsTable: (data, { form }) => (form === 'short' ? shortTraits(data) : data.traits.map((trait) => inFull(trait))),
  SystemsTable: ({ systems }) =>
    systems.map(({ name, layer, is, isNot, kernel }) => `- **${name}** (${layer}). ${is} ${isNot} Kernel: ${kernel}.`),
  UseCasesTable: ({ 'use-cases': useCases }) =>
    useCases.map(
      ({ situation, usual, why, changes }) => `- **${situation}** ${usual} ${why} *What would change it:* ${changes}`,
    ),
  DiagramList: () =>
    diagramIds(process.cwd()).map(
      (id) => `## ${readDiagram(id).title} ${anchor(id)}\n\n${readDiagram(id).accDescr} ${readDiagram(id).caption}`,
    ),
  ChangeList: ({ changes }) =>
    changes.map(({ date, kind, title, text }) => `- **${date}, ${kind}: ${title}.** ${text}`),
};

/**
 * A list component in plain Markdown.
 * @throws if the component is unknown here: a page must not lose a list in its text form
 */
export function listMarkdown(name: string, attributes: Record<string, string>, data: Data): string {
  const list = lists[name];
  if (!list) throw new Error(`<${name}> has no plain form. Add it to src/features/exports/markdown/collections.ts.`);
  return list(data, attributes).join(name.endsWith('List') && name !== 'HistoryList' ? '\n\n' : '\n');
}
