import { parseDocument } from 'yaml';
import type { Problem } from '#shared/problem.ts';
import { ruleProblems } from './check/rules.ts';

/** The words of a diagram, from the front matter of its source. */
export interface DiagramWords {
  /** Short title. */
  title: string;
  /** Name for assistive technology. */
  accTitle: string;
  /** What someone who cannot see the drawing needs, in one to three sentences. */
  accDescr: string;
  /** One sentence under the drawing that says what to notice. */
  caption: string;
}

/** A diagram's source, taken apart. */
export interface DiagramSource extends DiagramWords {
  /** Mermaid, without the front matter. */
  mermaid: string;
  /** Roles of sequence participants, from `%% roles: k kernel, a app`. */
  participants: Record<string, string>;
}

const keys = ['title', 'accTitle', 'accDescr', 'caption'] as const;
const isKey = (key: string) => (keys as readonly string[]).includes(key);

/** Takes a `.mmd` file apart; what is missing or malformed comes back as problems. */
export function parseDiagram(file: string, text: string): { source: DiagramSource; problems: Problem[] } {
  const [whole, front, mermaid = text] = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n([\s\S]*))?$/.exec(text) ?? [];
  const source: DiagramSource = {
    ...{ title: '', accTitle: '', accDescr: '', caption: '' },
    mermaid: whole === undefined ? text : whole.endsWith('---') ? '' : mermaid,
    participants: participantsOf(mermaid),
  };
  if (front === undefined) {
    const fix = `Begin the file with ---, then ${keys.join(', ')}, then ---.`;
    return { source, problems: [{ file, line: 1, problem: 'the diagram has no front matter', fix }] };
  }
  const { words, problems } = readFront(file, front);
  for (const key of keys) source[key] = typeof words[key] === 'string' ? words[key].trim() : '';
  const before = front.split('\n').length + 2;
  return { source, problems: [...problems, ...ruleProblems(file, source.mermaid, before)] };
}

function readFront(file: string, front: string): { words: Record<string, unknown>; problems: Problem[] } {
  const document = parseDocument(front);
  const [error] = document.errors;
  if (error) {
    const problem = `front matter is not valid YAML: ${error.message.split(/ at line |\n/)[0]}`;
    const line = (error.linePos?.[0].line ?? 0) + 1;
    return { words: {}, problems: [{ file, line, problem, fix: 'Quote strings that hold ": ".' }] };
  }
  const words = (document.toJSON() ?? {}) as Record<string, unknown>;
  const lineOf = (key: string) => front.split('\n').findIndex((line) => line.startsWith(`${key}:`)) + 2;
  const unknown = Object.keys(words).filter((key) => !isKey(key));
  const problems = [
    ...keys.flatMap((key) => wordProblem(key, words[key]).map((found) => ({ line: lineOf(key), ...found }))),
    ...unknown.map((key) => ({
      line: lineOf(key),
      problem: `unknown front matter key "${key}"`,
      fix: `A diagram has ${keys.join(', ')}.`,
    })),
  ];
  return { words, problems: problems.map((found) => ({ file, ...found })) };
}

function wordProblem(key: (typeof keys)[number], value: unknown): Omit<Problem, 'file' | 'line'>[] {
  const words = typeof value === 'string' ? value.trim() : '';
  if (words === '')
    return [{ problem: `the diagram has no ${key}`, fix: `Write ${keys.join(', ')} in its front matter.` }];
  if (key === 'accDescr' && words.length < 60)
    return [
      {
        problem: 'accDescr is too short to describe the drawing',
        fix: 'Tell the whole drawing in one to three sentences.',
      },
    ];
  if (key === 'caption' && !words.endsWith('.'))
    return [{ problem: 'the caption does not end with a full stop', fix: 'Write one sentence.' }];
  return [];
}

function participantsOf(mermaid: string): Record<string, string> {
  const list = /^\s*%% roles: (.+)$/m.exec(mermaid)?.[1] ?? '';
  const pairs = list.split(',').map((pair) => pair.trim().split(/\s+/) as [string, string]);
  return Object.fromEntries(pairs.filter((pair) => pair.length === 2));
}
