import { readFileSync } from 'node:fs';
import type { z } from 'astro/zod';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { Problem } from '#shared/problem.ts';
import { yamlProblem } from './yaml-list.ts';

/** A YAML file that was validated as a whole. */
export interface ReadDocument<T> {
  /** Its content; missing if there are problems. */
  value: T | undefined;
  /** The parsed document, for what needs its nodes. */
  document: Document;
  /** Line, from 1, of the innermost part of a path of keys that exists. */
  lineOf: (keys: readonly PropertyKey[]) => number;
  problems: Problem[];
}

/**
 * Reads a YAML file and validates it.
 * @param file absolute path
 * @param shown path to show in problems
 * @param schema what the content has to be
 * @param fix advice for a value that the schema refuses: where the fields are described
 */
export function readYamlDocument<T>(file: string, shown: string, schema: z.ZodType<T>, fix: string): ReadDocument<T> {
  const counter = new LineCounter();
  const text = readFileSync(file, 'utf8');
  const document = parseDocument(text, { lineCounter: counter });
  const lineOf = (keys: readonly PropertyKey[]) => {
    for (let length = keys.length; length > 0; length--) {
      const node = document.getIn(keys.slice(0, length), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return counter.linePos(node.range[0]).line;
    }
    return 1;
  };
  const [error] = document.errors;
  if (error) return { value: undefined, document, lineOf, problems: [yamlProblem(shown, text, error)] };
  const parsed = schema.safeParse(document.toJS());
  const problems = (parsed.error?.issues ?? []).map((issue) => ({
    file: shown,
    line: lineOf(issue.path),
    problem: `${issue.path.join('.') || 'the file'}: ${issue.message}`,
    fix,
  }));
  return { value: parsed.data, document, lineOf, problems };
}
