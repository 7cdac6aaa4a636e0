import { choiceFile, choicePage, isReachable, rulesOf } from '#model/choice.ts';
import { decide } from '#model/decide.ts';
import type { Site } from '#model/load.ts';
import type { Choice } from '#model/schemas/choice.ts';
import type { Problem } from '#shared/problem.ts';
import { didYouMean } from '#shared/suggest.ts';

/** Creates a problem at the line of a part of the file, such as `questions.kernel.own`. */
type Report = (part: string, problem: string, fix: string) => Problem;

/** Placeholders of the record. */
const places = ['chosen', 'second', 'out', 'answers', 'givesUp', 'decideAgain', 'date', 'link'];

/** Reports references to things that do not exist, outcomes that cannot be reached, contradictory rules, and examples with a different result. */
export function checkChoice(site: Site): Problem[] {
  const { choice, lines } = site.choice;
  if (!choice) return [];
  const report: Report = (part, problem, fix) => ({ file: choiceFile, line: lines.get(part), problem, fix });
  return [
    ...repeated(choice, report),
    ...namedOutcomes(choice, report),
    ...reachability(choice, report),
    ...pagesAndSources(choice, site, report),
    ...examples(choice, report),
    ...choice.record.flatMap((line) =>
      [...line.matchAll(/\{\{(\w*)\}\}/g)]
        .filter(([, name]) => !places.includes(name!))
        .map(([, name]) => report('record', `the record has an unknown place "${name}"`, didYouMean(name!, places))),
    ),
  ];
}

function repeated({ questions, outcomes, examples }: Choice, report: Report): Problem[] {
  const twice = (part: string, what: string, values: readonly string[]) =>
    values
      .filter((value, index) => values.indexOf(value) < index)
      .map((value) => report(part, `${what} "${value}" is used twice`, 'Give one of the two another.'));
  return [
    ...twice(
      'questions',
      'question',
      questions.map(({ id }) => id),
    ),
    ...twice(
      'questions',
      'key',
      questions.map(({ key }) => key),
    ),
    ...twice('questions', 'heading', [...questions.map(({ heading }) => heading), ...examples.map(({ id }) => id)]),
    ...twice(
      'outcomes',
      'outcome',
      outcomes.map(({ id }) => id),
    ),
    ...questions.flatMap(({ id, answers }) =>
      twice(
        `questions.${id}`,
        `answer of "${id}"`,
        answers.map((one) => one.id),
      ),
    ),
  ];
}

function namedOutcomes({ questions, outcomes }: Choice, report: Report): Problem[] {
  const known = outcomes.filter(({ fallback }) => !fallback).map(({ id }) => id);
  return questions.flatMap((question) =>
    question.answers.flatMap(({ id, points, excludes }) => {
      const part = `questions.${question.id}.${id}`;
      const excluded = excludes.flatMap((one) => one.outcomes);
      return [
        ...[...points, ...excluded]
          .filter((outcome) => !known.includes(outcome))
          .map((outcome) =>
            report(part, `unknown outcome "${outcome}" in "${question.id}: ${id}"`, didYouMean(outcome, known)),
          ),
        ...points
          .filter((outcome) => excluded.includes(outcome))
          .map((outcome) =>
            report(part, `"${question.id}: ${id}" points to "${outcome}" and rules it out`, 'Keep one of the two.'),
          ),
      ];
    }),
  );
}

function reachability(choice: Choice, report: Report): Problem[] {
  const rules = rulesOf(choice);
  const fallbacks = choice.outcomes.filter(({ fallback }) => fallback);
  return [
    ...(fallbacks.length === 1
      ? []
      : [
          report(
            'outcomes',
            `${fallbacks.length} outcomes are the fallback`,
            'Mark exactly one with `fallback: true`.',
          ),
        ]),
    ...choice.outcomes
      .filter(({ id, fallback }) => !fallback && !isReachable(rules, id))
      .map(({ id }) =>
        report(
          `outcomes.${id}`,
          `no answers lead to the outcome "${id}"`,
          'Add an answer that makes it win, or delete it.',
        ),
      ),
  ];
}

function pagesAndSources({ questions, outcomes }: Choice, { anchors, lines }: Site, report: Report): Problem[] {
  const onPage = anchors.get(choicePage) ?? new Set<string>();
  const parts = [
    ...questions.map((one) => ({ part: `questions.${one.id}`, ...one })),
    ...outcomes.map((one) => ({ part: `outcomes.${one.id}`, ...one })),
  ];
  return [
    ...questions
      .filter(({ heading }) => !onPage.has(heading))
      .map(({ id, heading }) =>
        report(
          `questions.${id}`,
          `${choicePage} has no section #${heading}`,
          `Show the questions there with <Choice />.`,
        ),
      ),
    ...parts
      .filter(({ page }) => !anchors.has(page.split('#')[0]!))
      .map(({ part, page }) => report(part, `there is no page ${page}`, didYouMean(page, anchors.keys()))),
    ...parts.flatMap(({ part, sources }) =>
      sources
        .filter((source) => !lines.sources.has(source))
        .map((source) => report(part, `unknown source "${source}"`, didYouMean(source, lines.sources.keys()))),
    ),
  ];
}

function examples(choice: Choice, report: Report): Problem[] {
  const rules = rulesOf(choice);
  const known = rules.questions.flatMap(({ id, answers }) => answers.map((answer) => `${id}: ${answer.id}`));
  return choice.examples.flatMap(({ id, answers, outcome, second }) => {
    const part = `examples.${id}`;
    const unknown = Object.entries(answers)
      .map(([question, answer]) => `${question}: ${answer}`)
      .filter((answer) => !known.includes(answer));
    const made = decide(rules, answers);
    return [
      ...unknown.map((answer) =>
        report(
          part,
          `unknown answer "${answer}"`,
          `Write the id of a question and of one of its answers. ${didYouMean(answer, known)}`,
        ),
      ),
      ...(made.outcome === outcome && made.second === second
        ? []
        : [
            report(
              part,
              `the rules make "${made.outcome}" and then "${made.second}" of it, not "${outcome}" and "${second}"`,
              'Correct the example, or the rule that is wrong.',
            ),
          ]),
    ];
  });
}
