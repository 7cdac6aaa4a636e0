import { dataFile } from '#model/data.ts';
import type { Site } from '#model/load.ts';
import { figure } from '#model/numbers.ts';
import type { Page } from '#model/page.ts';
import type { Problem } from '#shared/problem.ts';

/**
 * Figures without the condition that decides them, and figures that two places could give different values.
 *
 * A `<Number>` always shows the value of the data, so only two things can contradict it: a second entry for the same thing, and a copy
 * of the figure typed into a page, which stays when the data changes. Whether another number beside the same source is another value
 * for the same fact can't be told without understanding the sentence, so no rule pretends to.
 */
export function checkFigures(site: Site): Problem[] {
  return [
    ...site.pages.flatMap((page) => [...undecided(page, site), ...copied(page, site)]),
    ...twice(site),
    ...unlisted(site),
  ];
}

/** Figures whose trait no table lists: a link to one of them would lead to a page that does not show it. */
function unlisted({ pages, data, lines }: Site): Problem[] {
  const tables = pages.flatMap(({ file, uses }) =>
    uses.flatMap(({ component, id }) => (component === 'NumbersTable' ? [{ file, trait: id }] : [])),
  );
  const [first] = tables;
  if (!first) return [];
  return data.numbers.flatMap(({ id, trait }) => {
    if (trait === undefined || tables.some((table) => table.trait === trait)) return [];
    return [
      {
        file: dataFile('numbers'),
        line: lines.numbers.get(id),
        problem: `the figure "${id}" bears on "${trait}", and no page lists the figures of that trait`,
        fix: `Add <NumbersTable trait="${trait}" /> under a heading of its own to ${first.file}.`,
      },
    ];
  });
}

/**
 * The words that stand beside a figure: its paragraph; in a table its row, with the head and the caption, since the other rows speak of
 * other figures.
 */
function wordsBeside({ prose }: Page, line: number): string {
  const at = prose.findIndex((one) => one.line === line);
  const textAt = (index: number) => prose[index]?.text.trim() ?? '';
  const edge = (from: number, step: 1 | -1) => {
    let index = from;
    while (textAt(index + step) !== '') index += step;
    return index;
  };
  const start = edge(at, -1);
  if (textAt(at).startsWith('|')) return [textAt(start - 2), textAt(start), textAt(at)].join(' ');
  return Array.from({ length: edge(at, 1) - start + 1 }, (_, index) => textAt(start + index)).join(' ');
}

/** What a reader sees: words without tags, in lower case. */
const wordsOf = (text: string) =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();

/** The words of a text alone, each between spaces: "compressed" does not stand in "uncompressed". */
const bareWords = (text: string) =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;

function undecided(page: Page, { data }: Site): Problem[] {
  return page.uses.flatMap(({ component, id, line }) => {
    const decides = component === 'Number' ? data.numbers.find((number) => number.id === id)?.decides : undefined;
    if (!decides?.length) return [];
    const beside = bareWords(wordsOf(wordsBeside(page, line)));
    if (decides.some((words) => beside.includes(bareWords(words)))) return [];
    return [
      {
        file: page.file,
        line,
        problem: `the figure "${id}" stands without the condition that decides it`,
        fix: `Say it in the sentence, with one of these words: ${decides.join(', ')}.`,
      },
    ];
  });
}

/** A figure of the data, typed by hand on a line that cites its source. Counts without a unit are too common to tell. */
function copied({ file, prose }: Page, { data }: Site): Problem[] {
  return prose.flatMap(({ text, line }) => {
    const cited = [...text.matchAll(/<Cite\s+id="([^"]+)"/g)].map(([, id]) => id);
    if (cited.length === 0) return [];
    const shown = wordsOf(text).replaceAll('\u00a0', ' ');
    const copy = data.numbers.find(
      (number) =>
        number.unit !== '' &&
        cited.includes(number.source) &&
        holds(shown, figure(number).replaceAll('\u00a0', ' ').toLowerCase()),
    );
    if (!copy) return [];
    return [
      {
        file,
        line,
        problem: `"${figure(copy)}" is typed by hand and also the figure "${copy.id}" of the same source`,
        fix: `Write <Number id="${copy.id}" />, so that both change together; if it is another fact, say so in other words.`,
      },
    ];
  });
}

/** Whether a text holds a figure as a whole: `25 ms` is no part of `125 ms`. */
function holds(text: string, wanted: string): boolean {
  const at = text.indexOf(wanted);
  return at >= 0 && !/[\d.,–-]/.test(text[at - 1] ?? ' ') && !/[\w–]/.test(text[at + wanted.length] ?? ' ');
}

function twice({ data, lines }: Site): Problem[] {
  const seen = new Map<string, (typeof data.numbers)[number]>();
  return data.numbers.flatMap((number) => {
    const key = [number.source, number.unit, number.what.toLowerCase(), number.conditions.toLowerCase()].join('\n');
    const first = seen.get(key);
    seen.set(key, first ?? number);
    if (!first) return [];
    const values =
      first.value === number.value ? 'the same fact' : `${figure(first)} and ${figure(number)} for the same fact`;
    return [
      {
        file: dataFile('numbers'),
        line: lines.numbers.get(number.id),
        problem: `"${first.id}" and "${number.id}" give ${values}`,
        fix: 'Keep one of the two, or say in "what" or "conditions" how they differ.',
      },
    ];
  });
}
