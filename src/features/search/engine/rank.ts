import { favourAsked } from './asks.ts';
import { bm25, type WeighedSection } from './bm25.ts';
import { completeness, coverage, standIns, titleShare } from './coverage.ts';
import { placeOf } from './group.ts';
import { favourNames } from './names.ts';
import { withPhrases } from './phrases.ts';
import type { QueryWord } from './query-word.ts';
import type { Subject } from './subject.ts';
import { tuning } from './tuning.ts';
import { sharesOf, weigh } from './weights.ts';
import { kinds, type Head, type Name, type Postings } from '../format.ts';

/** A section that answers the query, and how well. */
export interface Hit {
  /** The section's number. */
  section: number;
  /** Not limited; only the ratio to other scores has a meaning. */
  score: number;
  /** Share of the query that the section covers itself, from 0 to 1. */
  has: number;
  /** The entry that led to it, if the section covers much less of the query than the entry. */
  via?: number;
  /** Share of the query that this entry covers. */
  viaHas?: number;
  /** Words of the query that it has, as a bit mask. */
  words: number;
  /** Whether an entry that has words of the query leads to it. */
  led: boolean;
  /** Share of the query that one of its names covers. */
  named: number;
}

/** Sections that answer the query, best first, and the share of the query's meaning that each of its words carries. */
export interface Ranking {
  hits: Hit[];
  shares: readonly number[];
  /** Index in `pages` of the list whose entries the query asks for. */
  list?: number;
}

/** A query, as the ranking needs it. */
export interface Ranked {
  words: readonly QueryWord[];
  /** All words as typed, including those without meaning. */
  typed: readonly string[];
  /** Words that each result must have literally. */
  exact: readonly string[];
  /** Words that no result may have. */
  without: readonly string[];
  /** Index in `pages` of the list whose entries the query asks for. */
  list?: number;
  /** Names that the query may mention, with the sections that answer them. */
  names: readonly Name[];
}

/**
 * Ranks the sections that answer a query. BM25 scores the words; this adds what it cannot know:
 * how much of the query a section covers, where its entries lead, and which names are a section's own.
 */
export function rank(query: Ranked, loaded: ReadonlyMap<string, Postings>, subject: Subject, head: Head): Ranking {
  const { words, typed, names, list } = query;
  const postings = withPhrases(words, loaded);
  const weights = weigh(words, postings, head);
  if (weights.size === 0) return { hits: [], shares: [] };
  const results = bm25(postings, weights, head);
  const { each: shares, known } = sharesOf(words, head, postings);
  const standing = standIns(words);
  const scores = new Map<number, number>();
  const has = new Map<number, number>();
  const said = new Map<number, number>();
  const headed = new Map<number, number>();
  const wordsOf = new Map<number, number>();
  const votes: Votes = new Map();
  const { none, anywhere: all, named: name, power } = tuning.coverage;
  for (const result of results) {
    const section = result.id;
    const kind = kinds[head.kinds[section]!]!;
    const page = head.pages[placeOf(head.pages, section)]!;
    const titled = titleShare(result, page, head) ** tuning.titlePower;
    const part = coverage(result, standing, shares, kind === 'symptom', titled);
    const complete = completeness(result, head);
    const score = result.score * (none + all * part.anywhere ** power + name * part.named ** power);
    scores.set(section, score);
    has.set(section, part.anywhere * known);
    wordsOf.set(section, wordsIn(result, standing));
    headed.set(section, part.heading);
    said.set(section, tuning.sayings[kind] * (part.heading * complete) ** tuning.sayingPower);
    const given = score * part.named * (tuning.partOfHeading + (1 - tuning.partOfHeading) * complete);
    vote(votes, section, given, head);
  }
  for (const [target, { given }] of votes) {
    const own = scores.get(target) ?? 0;
    scores.set(target, Math.max(own, given) + tuning.secondVoice * Math.min(own, given));
  }
  const best = Math.max(...scores.values());
  for (const [section, part] of said) scores.set(section, scores.get(section)! + best * part);
  const ofList = (section: number) => list !== undefined && placeOf(head.pages, section) === list;
  const named = favourNames(scores, { words, shares, typed, ofList }, names, head);
  favourAsked(scores, words, typed, subject.asks);
  const order = { votes, has, headed, wordsOf, named, known, ofList, pasted: pastedMessages(typed, names, head) };
  const barred = barredBy(query, loaded);
  const kept = [...scores].filter(([section]) => !barred(section));
  return { hits: sorted(kept, order, head), shares, ...(list === undefined ? {} : { list }) };
}

/** Words of the query that a section has, as a bit mask. A match counts if it is good enough. */
function wordsIn({ match }: WeighedSection, standing: ReturnType<typeof standIns>): number {
  let words = 0;
  for (const word of Object.keys(match))
    for (const [at, weight] of standing.get(word) ?? []) if (weight > tuning.words.standsIn) words |= 1 << at;
  return words;
}

/** What determines the order of sections besides their scores. */
interface Order {
  votes: Votes;
  has: ReadonlyMap<number, number>;
  /** Share of the query that a section's heading covers. */
  headed: ReadonlyMap<number, number>;
  wordsOf: ReadonlyMap<number, number>;
  named: ReadonlyMap<number, number>;
  known: number;
  /** Whether the query asks for the list that a section is on. */
  ofList: (section: number) => boolean;
  pasted: ReadonlySet<number>;
}

/** Sections as hits, best first. A message that was pasted comes before everything else. */
function sorted(scores: readonly [number, number][], order: Order, head: Head): Hit[] {
  const { votes, has, headed, wordsOf, named, known, ofList, pasted } = order;
  const weighed = (section: number, score: number) => {
    if (ofList(section)) return score * tuning.ofAskedList;
    const kind = kinds[head.kinds[section]!]!;
    const own = Math.max(headed.get(section) ?? 0, named.get(section) ?? 0);
    const part = kind === 'term' ? tuning.termOfPart + (1 - tuning.termOfPart) * own ** tuning.termPower : 1;
    return score * tuning.kindWeights[kind] * part;
  };
  const most = scores.reduce((best, [section, score]) => Math.max(best, weighed(section, score)), 0);
  return scores
    .map(([section, score]) => ({
      section,
      score: pasted.has(section) ? most * tuning.pasted : weighed(section, score),
      has: Math.max(has.get(section) ?? 0, (named.get(section) ?? 0) * known),
      ...viaOf(section, votes, has),
      words: wordsOf.get(section) ?? 0,
      led: votes.has(section),
      named: named.get(section) ?? 0,
    }))
    .sort((a, b) => b.score - a.score || a.section - b.section);
}

/** Messages that are identical to the query, by heading, code or another wording: nothing explains them better than their own entry. */
function pastedMessages(
  typed: readonly string[],
  names: readonly Name[],
  { kinds: kindOf }: Head,
): ReadonlySet<number> {
  const whole = typed.join(' ');
  const sections = names.find(([name]) => name === whole)?.[1] ?? [];
  const messages = sections.filter((section) => kinds[kindOf[section]!] === 'symptom');
  // Words that also name a page or a term are a subject (`nested virtualization`), unless a number shows that they are a message.
  return new Set(messages.length === sections.length || /\p{N}/u.test(whole) ? messages : []);
}

/** For each section that entries lead to, the highest vote of an entry, and which one. */
type Votes = Map<number, { given: number; by: number }>;

/** Lets an entry that answers the query vote for the sections that explain it. */
function vote(votes: Votes, section: number, score: number, { to }: Head): void {
  (to[section] ?? []).forEach((target, place) => {
    const given = score * tuning.sentOn[place === 0 ? 0 : 1];
    if (given > (votes.get(target)?.given ?? 0)) votes.set(target, { given, by: section });
  });
}

function viaOf(section: number, votes: Votes, has: ReadonlyMap<number, number>): Pick<Hit, 'via' | 'viaHas'> {
  const by = votes.get(section)?.by;
  if (by === undefined) return {};
  const viaHas = has.get(by) ?? 0;
  return (has.get(section) ?? 0) < tuning.viaBelow * viaHas ? { via: by, viaHas } : {};
}

/** Returns whether a query excludes a section by its quotes and minus signs. */
function barredBy({ exact, without }: Ranked, postings: ReadonlyMap<string, Postings>): (section: number) => boolean {
  const sections = (word: string) => sectionsOf(postings.get(word) ?? []);
  const needed = exact.map(sections);
  const barred = without.map(sections);
  return (section) => needed.some((list) => !list.has(section)) || barred.some((list) => list.has(section));
}

/** Sections that contain a word. */
export function sectionsOf(postings: Postings): Set<number> {
  const found = new Set<number>();
  for (const list of postings) {
    let section = 0;
    for (let at = 0; at < list.length; at += 2) found.add((section += list[at]!));
  }
  return found;
}
