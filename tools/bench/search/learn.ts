// npm run search:learn: learns the weight of each trait of a page from queries with known answers, and writes engine/learned.ts. It needs a build.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readQueries } from './list.ts';
import { Engine } from '#features/search/engine/engine.ts';
import type { Traits } from '#features/search/engine/traits.ts';
import { learned } from '#features/search/engine/learned.ts';
import { tuning } from '#features/search/engine/tuning.ts';
import { pointerFile, type Section } from '#features/search/format.ts';
import { siteIndex } from '#features/search/index.ts';
import { readSite } from '#features/search/indexing/read-site.ts';
import { loadAsked } from '#model/asked.ts';
import { loadData } from '#model/data.ts';

/** Lists of queries to learn from. Those that measure the result are not among them. */
const lists = ['queries.yml', 'threads.yml', 'field.yml', 'fresh.yml', 'unseen.yml'];
/** Number of folds for cross-validation. */
const folds = 5;
/** Weight of a line of what people ask, compared with a query that was seen: there are ten times as many, by few writers, who asked pages more often than entries. */
const askedWeight = 0.03;
/** Strength of the regularisation, which pulls all weights towards zero. */
const restraint = 5;
/** Number of pages of a result that are compared. */
const compared = 12;

/** A page of a result. */
interface Candidate {
  score: number;
  traits: Traits;
  answers: boolean;
}
/** A query with its results. */
interface Example {
  candidates: Candidate[];
  weight: number;
  fold: number;
}

const foldOf = (text: string) => createHash('sha256').update(text).digest()[0]! % folds;
const names = Object.keys(learned) as (keyof Traits)[];

const { data } = loadData(process.cwd());
const asked = loadAsked(process.cwd());
const site = readSite('dist', data, asked);
const addressOf = ({ page, id }: Section) => (id ? `${page}#${id}` : page);

/**
 * Opens a search of the site without some of what people ask.
 * @param left whether to leave a line out
 */
async function engineWithout(left: (address: string, line: string) => boolean): Promise<Engine> {
  const sections = site.map((section) => ({
    ...section,
    asked: section.asked.filter((line) => !left(addressOf(section), line)),
  }));
  const { files, folder } = siteIndex(sections, data, process.cwd());
  const pointer = Buffer.from(JSON.stringify({ folder }));
  return Engine.open(async (path) => new Uint8Array(path === pointerFile ? pointer : files.get(path.split('/')[1]!)!));
}

async function example(engine: Engine, query: string, pages: readonly string[], weight: number): Promise<Example> {
  const { groups } = await engine.search(query, { most: compared });
  const candidates = groups
    .map(({ page, worth }) => ({ ...worth, answers: pages.includes(page) }))
    .sort((a, b) => b.score - a.score);
  return { candidates, weight, fold: foldOf(query) };
}

/** Queries of the lists, and lines of what people ask, each searched for in an index without it. */
async function examples(): Promise<{ seen: Example[]; lines: Example[] }> {
  const whole = await engineWithout(() => false);
  const seen: Example[] = [];
  for (const { query, pages } of lists.flatMap((name) => readQueries(name)))
    if (pages.length > 0) seen.push(await example(whole, query, pages, 1));
  const lines: Example[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const isLeft = (address: string, line: string) => foldOf(`${address} ${line}`) === fold;
    const engine = await engineWithout(isLeft);
    for (const section of site) {
      const pages = [section.page, ...section.to.map((address) => address.split('#')[0]!)];
      for (const line of section.asked.filter((line) => isLeft(addressOf(section), line)))
        lines.push(await example(engine, line, pages, askedWeight));
    }
  }
  return { seen, lines };
}

/** Learned weights: of the score's logarithm, and of each trait. */
interface Model {
  score: number;
  traits: Traits;
}

const worthOf = ({ score, traits }: Candidate, model: Model) =>
  names.reduce((sum, name) => sum + model.traits[name] * traits[name], model.score * Math.log(score));

/** The weights with which answers are most likely to come first (multinomial logistic regression), by the same steps each time. */
function learn(all: readonly Example[]): Model {
  const told = all.filter(({ candidates }) => new Set(candidates.map(({ answers }) => answers)).size === 2);
  const total = told.reduce((sum, { weight }) => sum + weight, 0);
  const model: Model = { score: 1.5, traits: { ...learned } };
  for (const name of names) model.traits[name] = 0;
  for (let step = 0; step < 400; step++) {
    let score = 0;
    const slope = Object.fromEntries(names.map((name) => [name, -restraint * model.traits[name]])) as Traits;
    for (const { candidates, weight } of told) {
      const worth = candidates.map((one) => worthOf(one, model));
      const most = Math.max(...worth);
      const odds = worth.map((each) => Math.exp(each - most));
      const sum = odds.reduce((a, b) => a + b);
      const right = odds.reduce((a, odd, at) => a + (candidates[at]!.answers ? odd : 0), 0);
      candidates.forEach((one, at) => {
        const pull = weight * ((one.answers ? odds[at]! / right : 0) - odds[at]! / sum);
        score += pull * Math.log(one.score);
        for (const name of names) slope[name] += pull * one.traits[name];
      });
    }
    model.score += score / total;
    for (const name of names) model.traits[name] += (2 * slope[name]) / total;
  }
  return model;
}

/** Share of queries that the first page answers, with and without a model. */
function firsts(all: readonly Example[], model?: Model): number {
  const right = all.filter(({ candidates }) => {
    const best = candidates.slice(0, tuning.reordered);
    const [first] = model ? best.sort((a, b) => worthOf(b, model) - worthOf(a, model)) : best;
    return first?.answers;
  });
  return right.length / all.length;
}

const { seen, lines } = await examples();
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
for (const [name, all] of [
  ['seen queries', seen],
  ['lines of what people ask', lines],
] as const) {
  let after = 0;
  for (let fold = 0; fold < folds; fold++) {
    const model = learn([...seen, ...lines].filter((one) => one.fold !== fold));
    const held = all.filter((one) => one.fold === fold);
    after += (firsts(held, model) * held.length) / all.length;
  }
  console.log(`${name} (${all.length}): first ${percent(firsts(all))}, learned from the other folds ${percent(after)}`);
}
const { score, traits } = learn([...seen, ...lines]);
const table = names.map((name) => `  ${name}: ${Number((traits[name] / score).toFixed(2))},\n`).join('');
writeFileSync(
  'src/features/search/engine/learned.ts',
  `/**
 * Weight of each trait of a page, learned by \`npm run search:learn\`; the names are those of \`traits.ts\`.
 * Generated: the next run overwrites manual changes.
 */
export const learned = {
${table}};
`,
);
console.log(table);
