import type { Problem } from '../problem.ts';

/** A failure of Mermaid as a problem that names the line of the file. */
export function syntaxProblem(file: string, text: string, error: Error): Problem {
  const message = error.message.replace(/^page\.evaluate: (?:Error: )?/, '').split('\n    at ')[0]!;
  const [, inMermaid] = /line (\d+)/.exec(message) ?? [];
  const front = text.split(/\r?\n/).indexOf('---', 1) + 1;
  return {
    file,
    line: inMermaid ? front + Number(inMermaid) : undefined,
    problem: `Mermaid could not draw it: ${message.replace(/\s+/g, ' ').trim()}`,
    fix: 'Mend the source and run "npm run diagrams" again; the old drawing was left as it was.',
  };
}
