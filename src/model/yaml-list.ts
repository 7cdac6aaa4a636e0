import { readFileSync } from 'node:fs';
import { LineCounter, isMap, isSeq, parseDocument, type YAMLParseError } from 'yaml';
import type { Problem } from '#shared/problem.ts';

/** An unvalidated entry of a YAML list, with the line on which it starts. */
export interface RawEntry {
  /** The entry as parsed, whatever its type. */
  value: unknown;
  /** First line of the entry, from 1. */
  line: number;
  /** Line of each key. */
  keyLines: Record<string, number>;
}

/**
 * Describes a YAML syntax error. Takes only the first error, because the parser reports follow-up errors after it.
 * @param before number of lines in the file above the text
 */
export function yamlProblem(file: string, text: string, error: YAMLParseError, before = 0): Problem {
  const lines = text.split(/\r?\n/);
  const at = text.slice(0, error.pos[0]).split('\n').length;
  const tab = lines.findIndex((line) => /^ *\t/.test(line)) + 1;
  if (tab > 0 && tab <= at + 1)
    return {
      file,
      line: before + tab,
      problem: 'not valid YAML: a tab stands at the start of the line',
      fix: 'Indent with spaces, two a level.',
    };
  // The parser notices an unquoted colon on that line or the next, so look for a line with two colons.
  const twice = [at, at - 1].find((line) => /^[\s-]*[\w-]+: +[^'"|>[{].*:(?:\s|$)/.test(lines[line - 1] ?? ''));
  if (twice !== undefined)
    return {
      file,
      line: before + twice,
      problem: 'not valid YAML: the text after the first colon holds ": "',
      fix: "Put the text into quotation marks: key: 'one: two'.",
    };
  return {
    file,
    line: before + at,
    problem: `not valid YAML: ${error.message.split(/ at line |\n/)[0]}`,
    fix: 'Put text that contains ": " or begins with one of @ ` & * ! | > % # { [ into quotation marks, and indent as the lines around do.',
  };
}

/**
 * Reads a YAML file that contains a list. If it is not valid YAML or not a list, returns no entries and one problem.
 * @param file absolute path
 * @param shown path to show in problems
 * @param firstKey key with which entries of this file begin, for the advice
 */
export function readYamlList(
  file: string,
  shown: string,
  firstKey = 'id',
): { entries: RawEntry[]; problems: Problem[] } {
  const lines = new LineCounter();
  const text = readFileSync(file, 'utf8');
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line);
  const [error] = document.errors;
  if (error) return { entries: [], problems: [yamlProblem(shown, text, error)] };
  if (!isSeq(document.contents)) {
    const fix = `Start each entry with "- ${firstKey}: …", at the start of a line.`;
    return { entries: [], problems: [{ file: shown, line: 1, problem: 'not a list', fix }] };
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
  return { entries, problems: [] };
}
