import { dataFile } from '#model/data.ts';
import type { Site } from '#model/load.ts';
import { figure } from '#model/numbers.ts';
import type { Page } from '#model/page.ts';
import type { Problem } from '#shared/problem.ts';

/**
 * Reports figures without the condition that decides them, and figures that could have different values in two places.
 *
 * A `<Number>` always shows the value from the data, so only two things can contradict it: a second entry for the same thing, and a copy of the
 * figure typed into a page, which stays when the data changes. Whether another number next to the same source is a different value for the same fact
 * cannot be decided without understanding the sentence, so no rule tries.
 */
export function checkFigures(site: Site): Problem[] {
  return [
    ...site.pages.flatMap((page) => [...undecided(page, site), ...copied(page, site)]),
    ...twice(site),
    ...unlisted(site),
  ];
}

/** Reports figures whose trait has no table: a link to one would lead to a page that does not show it. */
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
 * The text next to a figure: its paragraph or, in a table, its row with the head and the caption, because other rows are about other figures.
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

/** Visible text: without tags, in lower case. */
const wordsOf = (text: string) =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();

/** Words only, with a space on both sides, so that "compressed" does not match in "uncompressed". */
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
        fix: `Say it in the paragraph or in the row, with one of these words: ${decides.join(', ')}; "decides" of the figure in ${dataFile('numbers')} lists them.`,
      },
    ];
  });
}

/** Finds figures from the data typed on a line that cites their source. Skips counts without a unit, which are too common to tell apart. */
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

/** Whether a text contains a figure on its own: `25 ms` is not in `125 ms`. */
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
