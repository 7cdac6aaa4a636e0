import { readFileSync } from 'node:fs';
import { LineCounter, isMap, isSeq, parseDocument } from 'yaml';
import type { Problem } from '#shared/problem.ts';

/** One raw entry of a YAML list, with the line on which it starts. */
export interface RawEntry {
  value: unknown;
  line: number;
  /** Line of each key of the entry. */
  keyLines: Record<string, number>;
}

/**
 * Reads a YAML file that holds one list.
 * A file that is not a list, or not YAML, gives no entries and one problem for each error.
 * @param file absolute path
 * @param shown the path to name in problems
 */
export function readYamlList(file: string, shown: string): { entries: RawEntry[]; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const lineOf = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line);
  const problems: Problem[] = document.errors.map((error) => ({
    file: shown,
    line: lineOf(error.pos[0]),
    problem: `not valid YAML: ${error.message.split('\n')[0]}`,
    fix: 'Quote strings that hold ": " or start with a special sign.',
  }));
  if (problems.length > 0) return { entries: [], problems };
  if (!isSeq(document.contents)) {
    const problem = { file: shown, line: 1, problem: 'not a list', fix: 'Start each entry with "- id: …".' };
    return { entries: [], problems: [problem] };
  }
  const entries = document.contents.items.map((item) => {
    const keyLines: Record<string, number> = {};
    if (isMap(item)) {
      for (const { key } of item.items) {
        const scalar = key as { value: unknown; range?: [number, number, number] };
        keyLines[String(scalar.value)] = lineOf(scalar.range?.[0]);
      }
    }
    const range = (item as { range?: [number, number, number] }).range;
    return { value: (item as { toJSON(): unknown }).toJSON(), line: lineOf(range?.[0]), keyLines };
  });
  return { entries, problems };
}
