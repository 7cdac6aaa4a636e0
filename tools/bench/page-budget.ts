import { budget, listPages, weigh } from './weight.ts';
import type { PageLoad, Visit } from './page-load.ts';

/** Ten pages that the benchmark loads: each section, the page with most diagrams, the longest lists. */
export const benchPages = [
  '/',
  '/start/at-a-glance/',
  '/concepts/containers/',
  '/concepts/namespaces-and-cgroups/',
  '/traits/',
  '/traits/isolation/',
  '/hybrids/sandboxed-containers/',
  '/use-cases/choose/',
  '/reference/glossary/',
  '/reference/questions/',
];

/** Ten pages of a longer visit: the home page and its first path, then what a reader compares and decides by. */
export const visitedPages = [
  '/',
  '/concepts/shared-kernel-and-guest-os/',
  '/concepts/containers/',
  '/concepts/virtual-machines/',
  '/traits/',
  '/traits/isolation/',
  '/traits/weight-and-startup/',
  '/hybrids/containers-in-vms/',
  '/systems/docker/',
  '/use-cases/choose/',
];

/** Adds the inline scripts of a page, which the browser counts as part of the page. */
export const withInlineScripts = (load: PageLoad, folder: string): PageLoad => ({
  ...load,
  scripts: Math.max(load.scripts, weigh(folder, load.address).scripts),
});

/** The most bytes, requests and shift of several visits, and the least time, because other work on the machine only adds to it. */
export const typical = (visits: readonly PageLoad[]): PageLoad => ({
  address: visits[0]!.address,
  bytes: Math.max(...visits.map(({ bytes }) => bytes)),
  headers: Math.max(...visits.map(({ headers }) => headers)),
  requests: Math.max(...visits.map(({ requests }) => requests)),
  scripts: Math.max(...visits.map(({ scripts }) => scripts)),
  dictionary: Math.max(...visits.map(({ dictionary }) => dictionary)),
  shift: Math.max(...visits.map(({ shift }) => shift)),
  blocking: Math.min(...visits.map(({ blocking }) => blocking)),
  largest: Math.min(...visits.map(({ largest }) => largest)),
});

/**
 * What is over budget, one sentence each.
 * @param timesToo whether times count as well; on a busy machine they are meaningless
 */
export function overPageBudget(load: PageLoad, timesToo = true): string[] {
  const { address, bytes, requests, scripts, dictionary, shift, blocking } = load;
  const most = listPages.includes(address) ? budget.listTotal : budget.total;
  const bars: [string, number, number][] = [
    ['bytes', bytes, most],
    ['requests', requests, budget.requests],
    ['bytes of script', scripts, budget.scripts],
    // A reader of one page only should not pay for others.
    ['bytes of a dictionary', dictionary, 0],
    ['layout shift', shift, 0],
    ['blocking time', timesToo ? blocking : 0, 0],
  ];
  return bars
    .filter(([, is, bar]) => is > bar)
    .map(([what, is, bar]) => `${address}: ${what} is ${is}, more than ${bar}`);
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

/** The measurements as a table in Markdown. */
export function loadTable(loads: readonly PageLoad[]): string {
  const rows = loads.map(({ address, bytes, headers, requests, scripts, shift, blocking, largest }) =>
    [
      `\`${address}\``,
      kilobytes(bytes),
      kilobytes(headers),
      requests,
      kilobytes(scripts),
      shift.toFixed(3),
      Math.round(blocking),
      Math.round(largest),
    ].join(' | '),
  );
  return [
    '| Page | kB on the wire | and of headers | Requests | kB of script | CLS | Blocking, ms | LCP, ms |',
    '| :--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

/** Cost of a visit of several pages as a sentence, the first page apart from the others. */
export function visitSentence(visits: readonly Visit[]): string {
  const [first, ...others] = visits.map(({ bytes }) => bytes);
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const each = `${kilobytes(Math.min(...others))} to ${kilobytes(Math.max(...others))}`;
  return `A visit of ${visits.length} pages with a warm cache: ${kilobytes(first! + sum(others))} kB, of which the first page ${kilobytes(first!)} and each further one ${each}.`;
}

/** Cost of a visit with each way of compressing, one row per page, as a table in Markdown. */
export function visitTable(ways: ReadonlyMap<string, readonly Visit[]>): string {
  const all = [...ways.values()];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const total = (visits: readonly Visit[]) => kilobytes(visits.reduce((sum, { bytes }) => sum + bytes, 0));
  return [
    row(['Page', ...ways.keys()]),
    row([':---', ...all.map(() => '---:')]),
    ...all[0]!.map(({ address }, index) =>
      row([`\`${address}\``, ...all.map((visits) => kilobytes(visits[index]!.bytes))]),
    ),
    row(['all', ...all.map(total)]),
    row([
      'of it the dictionary',
      ...all.map((visits) => kilobytes(visits.reduce((sum, one) => sum + one.dictionary, 0))),
    ]),
  ].join('\n');
}

/**
 * Number of pages after which a visit costs less with one way of compressing than with another, and keeps doing so.
 * @returns undefined if it never does
 */
export function paysFrom(visits: readonly Visit[], others: readonly Visit[]): number | undefined {
  let saved = 0;
  const after = visits.map(({ bytes }, index) => (saved += others[index]!.bytes - bytes));
  const first = after.findLastIndex((bytes) => bytes <= 0) + 1;
  return first < after.length ? first + 1 : undefined;
}
