// npm run numbers:stale [-- day]: lists figures past their review date, as of today rather than of the last commit.
import { loadData } from '#model/data.ts';
import { figure, isStale } from '#model/numbers.ts';
import { isDay } from '#model/schemas/fields.ts';
import { commandArguments, refuseArguments } from '#shared/command-arguments.ts';

const usage = 'npm run numbers:stale [-- YYYY-MM-DD]';
const [today = new Date().toISOString().slice(0, 10)] = commandArguments(usage, [], 1).words;
if (!isDay(today)) refuseArguments(`"${today}" is not a day of the calendar.`, usage);
const stale = loadData(process.cwd()).data.numbers.filter((number) => isStale(number, today));

for (const number of stale)
  console.log(`${number.id}: ${figure(number)}, due since ${number.reviewBy}, from ${number.source}`);
console.log(`${stale.length} figures are past their review date on ${today}.`);
