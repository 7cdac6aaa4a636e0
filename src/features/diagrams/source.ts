import { parseDocument } from 'yaml';
import type { Problem } from '#shared/problem.ts';
import { stepProblems } from './check/steps.ts';
import { ruleProblems } from './check/rules.ts';
import { parseDrawn } from './draw/parse.ts';
import type { HandDrawing } from './draw/shapes.ts';
import { typeset } from './typography.ts';

/** Texts of a diagram, from the front matter of its source. */
export interface DiagramWords {
  /** Short title. */
  title: string;
  /** Name for assistive technology. */
  accTitle: string;
  /** What readers who cannot see the drawing need to know, in one to three sentences. */
  accDescr: string;
  /** One sentence under the drawing that says what to notice. */
  caption: string;
}

/** A parsed source of a diagram. */
export interface DiagramSource extends DiagramWords {
  /** The source without front matter: Mermaid in a `.mmd` file, shapes in a `.draw` file. */
  body: string;
  /** The shapes of a `.draw` file. */
  drawing?: HandDrawing;
  /** What happens at each numbered part of the drawing, in order of the numbers. */
  steps: string[];
  /** Label of a slider that adds the numbered parts one by one, instead of steps. */
  slider?: string;
  /** Width in units that a narrower Mermaid drawing is widened to: that of the other member of its pair. */
  width?: number;
  /** Roles of sequence participants, from `%% roles: k kernel, a app`. */
  participants: Record<string, string>;
}

const keys = ['title', 'accTitle', 'accDescr', 'caption'] as const;
/** Optional keys of front matter, for Mermaid and for shapes. */
const optional = { mmd: ['width'], draw: ['steps', 'slider'] };

/** Parses a `.mmd` or `.draw` file. Returns what is missing or malformed as problems. */
export function parseDiagram(file: string, text: string): { source: DiagramSource; problems: Problem[] } {
  const [whole, front, rest = text] = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n([\s\S]*))?$/.exec(text) ?? [];
  const body = whole === undefined ? text : whole.endsWith('---') ? '' : rest;
  const source: DiagramSource = {
    ...{ title: '', accTitle: '', accDescr: '', caption: '' },
    ...{ body: typeset(body), participants: participantsOf(rest), steps: [] },
  };
  if (front === undefined) {
    const fix = `Begin the file with ---, then ${keys.join(', ')}, then ---.`;
    return { source, problems: [{ file, line: 1, problem: 'the diagram has no front matter', fix }] };
  }
  const { words, problems } = readFront(file, front);
  for (const key of keys) source[key] = typeof words[key] === 'string' ? typeset(words[key].trim()) : '';
  if (typeof words.width === 'number') source.width = words.width;
  if (typeof words.slider === 'string') source.slider = typeset(words.slider.trim());
  if (Array.isArray(words.steps)) source.steps = words.steps.map((step) => typeset(String(step)));
  return { source, problems: [...problems, ...readBody(file, front, source)] };
}

/** Parses what is drawn. Returns the problems of Mermaid's rules, or of the shapes and their steps. */
function readBody(file: string, front: string, source: DiagramSource): Problem[] {
  const before = front.split('\n').length + 2;
  if (!file.endsWith('.draw')) return ruleProblems(file, source.body, before);
  const { drawing, problems } = parseDrawn(file, source.body, before);
  source.drawing = drawing;
  const line = front.split('\n').findIndex((text) => /^(?:steps|slider):/.test(text)) + 2;
  return [...problems, ...stepProblems(file, line, source, drawing)];
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
  const extra = file.endsWith('.draw') ? optional.draw : optional.mmd;
  const unknown = Object.keys(words).filter((key) => ![...keys, ...extra].includes(key));
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
        fix: 'Describe the whole drawing in one to three sentences.',
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
