import { parseDocument } from 'yaml';
import type { Problem } from '../problem.ts';

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

/** Takes a `.mmd` file apart; what is missing or malformed comes back as problems. */
export function parseDiagram(file: string, text: string): { source: DiagramSource; problems: Problem[] } {
  const [, front = '', mermaid = text] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text) ?? [];
  const document = parseDocument(front);
  const words = (document.errors.length === 0 ? (document.toJSON() ?? {}) : {}) as Partial<Record<string, unknown>>;
  const problems: Problem[] = document.errors.map((error) => ({
    file,
    line: 1,
    problem: `front matter is not valid YAML: ${error.message.split('\n')[0]}`,
    fix: 'Quote strings that hold ": ".',
  }));
  const source = { mermaid, participants: participantsOf(mermaid) } as DiagramSource;
  for (const key of keys) {
    const value = words[key];
    source[key] = typeof value === 'string' ? value.trim() : '';
    if (problems.length === 0) problems.push(...wordProblem(file, key, source[key]));
  }
  for (const key of Object.keys(words)) {
    if ((keys as readonly string[]).includes(key)) continue;
    problems.push({
      file,
      line: 1,
      problem: `unknown front matter key "${key}"`,
      fix: `A diagram has ${keys.join(', ')}.`,
    });
  }
  return { source, problems };
}

function wordProblem(file: string, key: (typeof keys)[number], value: string): Problem[] {
  const tell = (problem: string, fix: string) => [{ file, line: 1, problem, fix }];
  if (value === '')
    return tell(`the diagram has no ${key}`, 'Write title, accTitle, accDescr and caption in its front matter.');
  if (key === 'accDescr' && value.length < 60) {
    return tell('accDescr is too short to describe the drawing', 'Tell the whole drawing in one to three sentences.');
  }
  if (key === 'caption' && !value.endsWith('.'))
    return tell('the caption does not end with a full stop', 'Write one sentence.');
  return [];
}

function participantsOf(mermaid: string): Record<string, string> {
  const list = /^\s*%% roles: (.+)$/m.exec(mermaid)?.[1] ?? '';
  const pairs = list.split(',').map((pair) => pair.trim().split(/\s+/) as [string, string]);
  return Object.fromEntries(pairs.filter((pair) => pair.length === 2));
}
