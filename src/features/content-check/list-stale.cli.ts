// npm run numbers:stale: lists figures past their review date, as of today rather than of the last commit.
import { loadData } from '#model/data.ts';
import { figure, isStale } from '#model/numbers.ts';

const today = process.argv[2] ?? new Date().toISOString();
const stale = loadData(process.cwd()).data.numbers.filter((number) => isStale(number, today));

for (const number of stale)
  console.log(`${number.id}: ${figure(number)}, due since ${number.reviewBy}, from ${number.source}`);
console.log(`${stale.length} figures are past their review date on ${today.slice(0, 10)}.`);
