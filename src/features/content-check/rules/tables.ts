import type { Problem } from '#shared/problem.ts';
import type { Page } from '#model/page.ts';
import type { Site } from '#model/load.ts';

/** A paragraph that is one bold line, optionally followed by sources. The build turns it into the table's caption. */
const boldLine = /^\*\*(?:(?!\*\*).)+\*\*(?:\s*<Cite\b[^>]*\/>)*\s*$/;
const isRow = (line: string | undefined) => line?.trimStart().startsWith('|') ?? false;
const isBlank = (line: string | undefined) => (line ?? '').trim() === '';

/** Reports tables without a bold line directly above, which would have no accessible name. */
export function checkTables({ pages }: Site): Problem[] {
  return pages.flatMap(pageTables);
}

function pageTables({ file, prose }: Page): Problem[] {
  const lines = prose.map(({ text }) => text);
  return prose.flatMap(({ text, line }, index) => {
    if (!isRow(text) || isRow(lines[index - 1])) return [];
    const title = lines.slice(0, index).findLastIndex((one) => !isBlank(one));
    if (title >= 0 && boldLine.test(lines[title]!) && isBlank(lines[title - 1])) return [];
    return [
      {
        file,
        line,
        problem: 'the table has no caption',
        fix: 'Write what it shows as a paragraph of its own right above it, in bold: **What it shows**. A <Cite id="…" /> may follow.',
      },
    ];
  });
}
