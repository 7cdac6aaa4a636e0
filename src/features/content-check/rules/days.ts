import { collectionNames } from '#model/collections.ts';
import { dataFile } from '#model/data.ts';
import type { Site } from '#model/load.ts';
import { isDay } from '#model/schemas/fields.ts';
import type { Problem } from '#shared/problem.ts';

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const iso = /(?<![\w./-])(\d{4})-(\d{2})-(\d{2})(?![\w/-])/g;
const inWords = new RegExp(`(?<![\\w.-])(\\d{1,2}) (${months}) (\\d{4})(?!\\d)`, 'g');

/** Dates in a text that do not exist in the calendar. */
function impossibleDays(text: string): string[] {
  const numeric = [...text.matchAll(iso)].filter(([day]) => !isDay(day)).map(([day]) => day);
  const written = [...text.matchAll(inWords)]
    .filter(([, day = '', month = '', year = '']) => {
      const number = months.split('|').indexOf(month) + 1;
      return !isDay(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`);
    })
    .map(([day]) => day);
  return [...numeric, ...written];
}

/** Reports impossible dates in the text of pages and entries. Date fields are checked by their schemas. */
export function checkDays({ pages, data, lines }: Site): Problem[] {
  const tell = (file: string, line: number | undefined, text: string): Problem[] =>
    impossibleDays(text).map((day) => ({
      file,
      line,
      problem: `${day} is not a day of the calendar`,
      fix: 'Look the day up in the source.',
    }));
  return [
    ...pages.flatMap(({ file, prose }) => prose.flatMap(({ text, line }) => tell(file, line, text))),
    ...collectionNames.flatMap((name) =>
      data[name].flatMap((entry) => tell(dataFile(name), lines[name].get(entry.id), JSON.stringify(entry))),
    ),
  ];
}
