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

/** A section that answers, and how well. */
export interface Hit {
  /** The section's number. */
  section: number;
  score: number;
  /** The share of the query that the section has itself, from 0 to 1. */
  has: number;
  /** The entry that led to it, if the section has much less of the query than that, and the share that the entry has. */
  via?: number;
  viaHas?: number;
  /** Which words of the query it has, as bits. */
  words: number;
  /** Whether an entry leads to it that has words of the query. */
  led: boolean;
  /** The share of the query that one of its names covers. */
  named: number;
}

/** Sections that answer, the best first, and the part of the query's meaning that each of its words carries. */
export interface Ranking {
  hits: Hit[];
  shares: readonly number[];
}

/** A query as the ranking sees it. */
export interface Ranked {
  words: readonly QueryWord[];
  typed: readonly string[];
  /** Words that each answer has to have as they stand, and words that none may have. */
  exact: readonly string[];
  without: readonly string[];
  /** Names that the query may speak of, with the sections that answer. */
  names: readonly Name[];
}

/**
 * Sections that answer the query, best first. BM25 weighs the words; what is added is what it cannot know:
 * how much of the query a section covers, where its entries lead, and which names are a section's own.
 */
export function rank(query: Ranked, loaded: ReadonlyMap<string, Postings>, subject: Subject, head: Head): Ranking {
  const { words, typed, names } = query;
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
  const named = favourNames(scores, { words, shares, typed }, names, head);
  favourAsked(scores, words, typed, subject.asks);
  const order = { votes, has, headed, wordsOf, named, known, pasted: pastedMessages(typed, names, head) };
  const barred = barredBy(query, loaded);
  const kept = [...scores].filter(([section]) => !barred(section));
  return { hits: sorted(kept, order, head), shares };
}

/** Which words of the query a section has, as bits, by a word that stands for it well enough. */
function wordsIn({ match }: WeighedSection, standing: ReturnType<typeof standIns>): number {
  let words = 0;
  for (const word of Object.keys(match))
    for (const [at, weight] of standing.get(word) ?? []) if (weight > tuning.words.standsIn) words |= 1 << at;
  return words;
}

/** What is known of sections beside their scores. */
interface Order {
  votes: Votes;
  has: ReadonlyMap<number, number>;
  /** The share of the query that a section's heading has. */
  headed: ReadonlyMap<number, number>;
  wordsOf: ReadonlyMap<number, number>;
  named: ReadonlyMap<number, number>;
  known: number;
  pasted: ReadonlySet<number>;
}

/** Sections as hits, the best first; a message that was pasted comes before all. */
function sorted(scores: readonly [number, number][], order: Order, head: Head): Hit[] {
  const { votes, has, headed, wordsOf, named, known, pasted } = order;
  const weighed = (section: number, score: number) => {
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

/** The messages that the query is, by the heading or a code or another wording: nothing explains them better than their own entry. */
function pastedMessages(
  typed: readonly string[],
  names: readonly Name[],
  { kinds: kindOf }: Head,
): ReadonlySet<number> {
  const whole = typed.join(' ');
  const sections = names.find(([name]) => name === whole)?.[1] ?? [];
  const messages = sections.filter((section) => kinds[kindOf[section]!] === 'symptom');
  // Words that name a page or a term as well are a subject (`nested virtualization`), unless a number says that they are a message.
  return new Set(messages.length === sections.length || /\p{N}/u.test(whole) ? messages : []);
}

/** For each section that entries lead to: the most that one gives, and which. */
type Votes = Map<number, { given: number; by: number }>;

/** An entry that answers also speaks for the sections that explain it. */
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

/** Which sections a query rules out by its quotes and minus signs. */
function barredBy({ exact, without }: Ranked, postings: ReadonlyMap<string, Postings>): (section: number) => boolean {
  const sections = (word: string) => sectionsOf(postings.get(word) ?? []);
  const needed = exact.map(sections);
  const barred = without.map(sections);
  return (section) => needed.some((list) => !list.has(section)) || barred.some((list) => list.has(section));
}

/** The sections in which a word stands. */
export function sectionsOf(postings: Postings): Set<number> {
  const found = new Set<number>();
  for (const list of postings) {
    let section = 0;
    for (let at = 0; at < list.length; at += 2) found.add((section += list[at]!));
  }
  return found;
}
