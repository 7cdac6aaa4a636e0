import type { AddressIndex } from './address-index.ts';
import { anyLink, findLinks, linkPattern } from './find-links.ts';
import { addressOf, judge, type Verdict } from './judge.ts';
import { Budget } from './limits.ts';
import { finder, type Place, type Sink } from './part.ts';
import { readFile } from './read.ts';
import { bytesSource, type Source } from './source.ts';
import { Trouble } from './trouble.ts';

/** What is said of one link of a file. */
export interface Line extends Verdict {
  url: string;
  /** Where in the file it stands. */
  places: Place[];
}

/** What a file could not be read for, and in which document inside of it. */
export interface FileTrouble {
  trouble: Trouble;
  inside: readonly string[];
}

/** What is said of a file. */
export interface FileReport {
  name: string;
  lines: Line[];
  troubles: FileTrouble[];
  /** Hosts, with their sub-path, at which links lead to addresses of the site: they may be copies of it. */
  copies: Map<string, number>;
}

/** What to check by. */
export interface Check {
  index: AddressIndex;
  /** Day since when changes are reported, `YYYY-MM-DD`. */
  since?: string | undefined;
}

/** Kinds of verdict from the worst to the best: the order in which they are reported. */
export const states = ['unknown', 'retired', 'moved', 'unpromised', 'works'] as const;

const key = ({ kind, value, inside }: Place) => [kind, value, ...inside].join('\n');

/** Where a link to elsewhere would have its root, if it were an address of the site with a section. */
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
  /** Places that are known, of each line: a deck may have its licence line on each of 2,000 slides. */
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

  /** What is said of the file, with the names that a course gives to its files. */
  report(name: string): FileReport {
    const named = (inside: readonly string[]) => inside.map((one) => this.names.get(one) ?? one);
    const rank = ({ state }: Line) => states.indexOf(state);
    const lines = [...this.lines.values()].map((line) => ({
      ...line,
      places: line.places.map((place) => ({ ...place, inside: named(place.inside) })),
    }));
    return {
      name,
      // Sorting keeps the order of the file within each kind.
      lines: lines.sort((a, b) => rank(a) - rank(b)),
      troubles: this.troubles.map(({ trouble, inside }) => ({ trouble, inside: named(inside) })),
      copies: this.copies,
    };
  }
}

/** Checks one file. Whatever is wrong with it stands in the report; nothing is thrown, so that other files go on. */
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

/** Checks links that are given as text, a line each or in sentences. */
export const checkText = (name: string, text: string, check: Check): Promise<FileReport> =>
  checkFile(`${name}.txt`, bytesSource(new TextEncoder().encode(text)), check).then((report) => ({ ...report, name }));

/** Whether a link has to be corrected: it leads nowhere, or to what was given up. */
export const isFault = ({ state }: Verdict): boolean => state === 'unknown' || state === 'retired';
