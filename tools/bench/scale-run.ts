import { globSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildSite } from '../build-site.ts';
import { makeSite } from './scale-site.ts';

/** How long a build of a site took, and the most memory that it held. */
export interface Growth {
  /** HTML files that were built. A content page comes with one more, that of its short link; diagrams have theirs for frames. */
  pages: number;
  /** Content pages, which authors write. */
  content: number;
  /** Milliseconds by the clock or of processor time, whichever is less: on a busy machine the clock also counts the others' work. */
  time: number;
  /** Milliseconds of processor time, of all threads. */
  processor: number;
  /** Milliseconds by the clock. */
  clock: number;
  /** Bytes. */
  memory: number;
}

/**
 * The most that JavaScript may hold in a build of so many content pages, in megabytes. Without a limit Node lets rubbish lie for as long as the machine
 * has room, and the most memory tells of the machine instead of what the build needs.
 */
const heapLimit = (content: number): number => 512 + Math.ceil(content / 2);

const reportUsage = `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();console.log('most-memory='+u.maxRSS+' processor='+(u.userCPUTime+u.systemCPUTime))})`;

/**
 * Builds a synthetic site in a process of its own and removes it again.
 * @throws with what the build printed, if it fails
 */
export function buildSynthetic(content: number): Growth {
  const root = makeSite(content);
  try {
    const started = performance.now();
    // Git would be asked about files that it does not know. No earlier day will do: what was read after it would count as yet to be read.
    const env = { SOURCE_DATE_EPOCH: String(Math.floor(Date.now() / 1000)) };
    const limit = `--max-old-space-size=${heapLimit(content)}`;
    const printed = buildSite({ root, env, nodeArguments: [limit, '--import', reportUsage] });
    const clock = performance.now() - started;
    const pages = globSync('**/*.html', { cwd: path.join(root, 'dist') }).length;
    // Threads of the build report when they end; the last to do so is the build itself.
    const usage = [...printed.matchAll(/most-memory=(\d+) processor=(\d+)/g)].at(-1);
    if (!usage) throw new Error(`The build of ${content} pages did not report what it cost:\n${printed.slice(-500)}`);
    const processor = Number(usage[2]) / 1000;
    return { pages, content, clock, processor, time: Math.min(clock, processor), memory: Number(usage[1]) * 1024 };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What one more costs, between one size and the next. */
export interface Cost {
  /** HTML files before and after. */
  from: number;
  to: number;
  /** Milliseconds an HTML file. */
  time: number;
  /** Milliseconds a content page, with all files that it comes with. */
  contentTime: number;
  /** Bytes an HTML file. */
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

/** The most that an HTML file more may cost, in milliseconds and bytes, and by how much its time may rise before it counts as growth. */
export const bars = { time: 25, memory: 1_500_000, growth: 1.25 };

/**
 * What is over the bars, a sentence each.
 * @param timesToo whether times count as well; on a machine that does other work they say nothing
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
