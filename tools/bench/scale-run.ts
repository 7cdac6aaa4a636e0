import { globSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildSite } from '../build-site.ts';
import { makeSite } from './scale-site.ts';

/** Time and peak memory of a build. */
export interface Growth {
  /** Number of HTML files. A content page comes with one more, that of its short link; diagrams have theirs for frames. */
  pages: number;
  /** Number of content pages, which authors write. */
  content: number;
  /** Milliseconds by the clock or of processor time, whichever is less: on a busy machine the clock includes other work. */
  time: number;
  /** Processor time of all threads, in ms. */
  processor: number;
  /** Time by the clock, in ms. */
  clock: number;
  /** Peak memory in bytes. */
  memory: number;
}

/**
 * Heap limit for a build of that many content pages, in megabytes. Without a limit V8 collects garbage only as memory runs short, so peak memory
 * would
 * depend on the machine rather than on the build.
 */
const heapLimit = (content: number): number => 512 + Math.ceil(content / 2);

const reportUsage = `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();console.log('most-memory='+u.maxRSS+' processor='+(u.userCPUTime+u.systemCPUTime))})`;

/**
 * Builds a synthetic site in a process of its own and removes it again.
 * @throws with the output of the build, if it fails
 */
export function buildSynthetic(content: number): Growth {
  const root = makeSite(content);
  try {
    const started = performance.now();
    // Set the day of the build, because git does not know these files. An earlier day would not do: content read after it would count as not yet
    // read.
    const env = { SOURCE_DATE_EPOCH: String(Math.floor(Date.now() / 1000)) };
    const limit = `--max-old-space-size=${heapLimit(content)}`;
    const printed = buildSite({ root, env, nodeArguments: [limit, '--import', reportUsage] });
    const clock = performance.now() - started;
    const pages = globSync('**/*.html', { cwd: path.join(root, 'dist') }).length;
    // Threads of the build report when they end; the last report is that of the build itself.
    const usage = [...printed.matchAll(/most-memory=(\d+) processor=(\d+)/g)].at(-1);
    if (!usage) throw new Error(`The build of ${content} pages did not report what it cost:\n${printed.slice(-500)}`);
    const processor = Number(usage[2]) / 1000;
    return { pages, content, clock, processor, time: Math.min(clock, processor), memory: Number(usage[1]) * 1024 };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Cost of one more page, between one size and the next. */
export interface Cost {
  /** Number of HTML files before and after. */
  from: number;
  to: number;
  /** Milliseconds per HTML file. */
  time: number;
  /** Milliseconds per content page, with all its files. */
  contentTime: number;
  /** Bytes per HTML file. */
  memory: number;
}

/** Costs between one size and the next. */
export function costs(sizes: readonly Growth[]): Cost[] {
  return sizes.slice(1).map((size, index) => {
    const before = sizes[index]!;
    const more = size.pages - before.pages;
    return {
      from: before.pages,
      to: size.pages,
      time: (size.time - before.time) / more,
      contentTime: (size.time - before.time) / (size.content - before.content),
      memory: (size.memory - before.memory) / more,
    };
  });
}

/** Maximum cost of one more HTML file, in ms and bytes, and the factor by which its time may rise before it counts as growth. */
export const bars = { time: 25, memory: 1_500_000, growth: 1.25 };

/**
 * What is over the bars, one sentence each.
 * @param timesToo whether times count as well; on a busy machine they are meaningless
 */
export function overBars(sizes: readonly Growth[], timesToo = true): string[] {
  const steps = costs(sizes);
  const heavy = steps
    .filter(({ memory }) => memory > bars.memory)
    .map(
      ({ from, to, memory }) =>
        `From ${from} to ${to} pages, each takes ${Math.round(memory / 1000)} kB of memory, more than ${bars.memory / 1000}`,
    );
  return timesToo ? [...heavy, ...slow(steps), ...grown(steps)] : heavy;
}

const slow = (steps: readonly Cost[]): string[] =>
  steps
    .filter(({ time }) => time > bars.time)
    .map(
      ({ from, to, time }) => `From ${from} to ${to} pages, each takes ${time.toFixed(1)} ms, more than ${bars.time}`,
    );

const grown = (steps: readonly Cost[]): string[] =>
  steps.slice(1).flatMap(({ to, time }, index) => {
    const before = steps[index]!;
    return time > before.time * bars.growth
      ? [
          `Up to ${to} pages, each takes ${time.toFixed(1)} ms after ${before.time.toFixed(1)} ms: the cost of a page grows with the site`,
        ]
      : [];
  });
