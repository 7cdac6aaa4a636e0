import type { Page } from '#model/page.ts';

/** Id of the section whose commands readers are asked to run. */
export const section = 'see-for-yourself';

/** A block of commands on a page. */
export interface Fence {
  /** Its commands, without prompts. */
  commands: string[];
  /** Whether it has root's prompt. */
  asRoot: boolean;
  /** Line of its opening fence in the page's file. */
  line: number;
  /** Id of the `<Recorded>` directly below it, if there is one. */
  recorded: string | undefined;
  /** Whether the text below it, up to the next block or heading, cites a source. */
  cited: boolean;
}

const prompted = /^[$#>] (.*)$/;

/** Finds the blocks of commands in the section of a page that asks readers to run them. */
export function fencesOf({ source, headings }: Page): Fence[] {
  const start = headings.find(({ id, depth }) => id === section && depth === 2)?.line;
  if (start === undefined) return [];
  const end = headings.find(({ line, depth }) => line > start && depth <= 2)?.line ?? Infinity;
  const lines = source.split(/\r?\n/);
  const fences: Fence[] = [];
  for (let index = start; index < Math.min(end, lines.length); index += 1) {
    if (!/^```console\b/.test(lines[index]!)) continue;
    const close = lines.indexOf('```', index + 1);
    const commands = lines.slice(index + 1, close).flatMap((line) => prompted.exec(line)?.[1] ?? []);
    const rest = lines.slice(close + 1);
    const below = rest.find((line) => line.trim() !== '');
    const next = rest.findIndex((line) => /^(?:```|#{2,} )/.test(line));
    const words = rest.slice(0, next < 0 ? undefined : next);
    fences.push({
      commands,
      asRoot: lines[index + 1]!.startsWith('# '),
      line: index + 1,
      recorded: /^<Recorded id="([^"]*)" \/>$/.exec(below?.trim() ?? '')?.[1],
      cited: words.some((line) => line.includes('<Cite ')),
    });
    index = close;
  }
  return fences;
}
