import type { AddressIndex } from './address-index.ts';
import { anyLink, findLinks, linkPattern } from './find-links.ts';
import { addressOf, judge, type Verdict } from './judge.ts';
import { Budget } from './limits.ts';
import { finder, type Place, type Sink } from './part.ts';
import { readFile } from './read.ts';
import { bytesSource, type Source } from './source.ts';
import { Trouble } from './trouble.ts';

/** Result for one link of a file. */
export interface Line extends Verdict {
  /** The link as it is written in the file. */
  url: string;
  /** Every place in the file where it appears. */
  places: Place[];
}

/** Why a file, or a document nested in it, could not be read. */
export interface FileTrouble {
  trouble: Trouble;
  /** Documents in which it is nested, outermost first. */
  inside: readonly string[];
}

/** Result for one file. */
export interface FileReport {
  name: string;
  /** Links, those in the worst state first. */
  lines: Line[];
  /** What could not be read. */
  troubles: FileTrouble[];
  /** Possible copies of the site: base URLs of other hosts below which links match addresses of the site, with the number of such links. */
  copies: Map<string, number>;
}

/** Options of a check. */
export interface Check {
  index: AddressIndex;
  /** Changes after this day are reported, `YYYY-MM-DD`. Without it, none are. */
  since?: string | undefined;
}

/** States from worst to best, the order in which they are reported. */
export const states = ['unknown', 'retired', 'moved', 'unpromised', 'works'] as const;

const key = ({ kind, value, inside }: Place) => [kind, value, ...inside].join('\n');

/** Base URL of a possible copy of the site: what precedes a known address with a section, or a known short link. */
function copyOf(url: string, index: AddressIndex): string | undefined {
  const [, host, path = '', id = ''] = /^(https?:\/\/[^/?#]+)([^?#]*)[^#]*#?(.*)$/.exec(url) ?? [];
  if (!host) return undefined;
  const parts = path.split('/');
  for (let from = 1; from < parts.length - 1; from += 1) {
    const rest = `/${parts.slice(from).join('/')}`;
    const ids = Object.hasOwn(index.pages, rest) ? index.pages[rest] : undefined;
    if (ids !== undefined && id && ` ${ids} `.includes(` ${id} `)) return host + parts.slice(0, from).join('/');
    if (/^\/go\/[a-z0-9-]+\/$/.test(rest) && Object.hasOwn(index.words, rest.slice(4, -1)))
      return host + parts.slice(0, from).join('/');
  }
  return undefined;
}

/** Collects the links of one file. */
class Collector implements Sink {
  readonly lines = new Map<string, Line>();
  /** Keys of the known places of each line: a deck may repeat its licence line on each of 2,000 slides. */
  readonly #places = new Map<Line, Set<string>>();
  readonly troubles: FileTrouble[] = [];
  readonly copies = new Map<string, number>();
  readonly names = new Map<string, string>();
  readonly find;
  readonly #check: Check;

  constructor(check: Check) {
    this.#check = check;
    this.find = finder(linkPattern(check.index.bases));
  }

  link(url: string, place: Place): void {
    const { index, since } = this.#check;
    let line = this.lines.get(url);
    if (!line) {
      const address = addressOf(url, index.bases);
      if (address === undefined) return;
      line = { url, places: [], ...judge(index, url, address, since) };
      this.lines.set(url, line);
      this.#places.set(line, new Set());
    }
    const places = this.#places.get(line)!;
    if (places.has(key(place))) return;
    places.add(key(place));
    line.places.push(place);
  }

  other(text: string): void {
    if (!text.includes('://')) return;
    for (const { url } of findLinks(text, anyLink())) {
      const base = addressOf(url, this.#check.index.bases) === undefined ? copyOf(url, this.#check.index) : undefined;
      if (base) this.copies.set(base, (this.copies.get(base) ?? 0) + 1);
    }
  }

  trouble(trouble: Trouble, inside: readonly string[]): void {
    this.troubles.push({ trouble, inside });
  }

  /** Builds the report. Replaces the names that a course archive gives its files by the original ones. */
  report(name: string): FileReport {
    const named = (inside: readonly string[]) => inside.map((one) => this.names.get(one) ?? one);
    const rank = ({ state }: Line) => states.indexOf(state);
    const lines = [...this.lines.values()].map((line) => ({
      ...line,
      places: line.places.map((place) => ({ ...place, inside: named(place.inside) })),
    }));
    return {
      name,
      // Sorting is stable: it keeps the order of the file within each state.
      lines: lines.sort((a, b) => rank(a) - rank(b)),
      troubles: this.troubles.map(({ trouble, inside }) => ({ trouble, inside: named(inside) })),
      copies: this.copies,
    };
  }
}

/** Checks one file. Failures are in the report rather than thrown, so that other files are still checked. */
export async function checkFile(name: string, source: Source, check: Check): Promise<FileReport> {
  const collector = new Collector(check);
  try {
    await readFile(name, source, { sink: collector, budget: new Budget(), inside: [], pdf: () => import('./pdf.ts') });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    collector.trouble(error instanceof Trouble ? error : new Trouble('unreadable', { reason }), []);
  }
  return collector.report(name);
}

/** Checks links in a text, one per line or within sentences. */
export const checkText = (name: string, text: string, check: Check): Promise<FileReport> =>
  checkFile(`${name}.txt`, bytesSource(new TextEncoder().encode(text)), check).then((report) => ({ ...report, name }));

/** Whether a link has to be corrected: its target is unknown or retired. */
export const isFault = ({ state }: Verdict): boolean => state === 'unknown' || state === 'retired';
