import type { Problem } from '#shared/problem.ts';

/** Converts an error of Mermaid to a problem with its line in the file. */
export function syntaxProblem(file: string, text: string, error: Error): Problem {
  const message = error.message.replace(/^page\.evaluate: (?:Error: )?/, '').split('\n    at ')[0]!;
  const [told = ''] = message.split(/\n-*\^/);
  return {
    file,
    line: excerptLine(message, text) ?? countedLine(message, text),
    problem: `Mermaid could not draw it: ${told
      .replace(/ on line \d+/, '')
      .replace(/\s+/g, ' ')
      .trim()}`,
    fix: 'Fix the source and run "npm run diagrams" again; the old drawing was left as it was.',
  };
}

/** The line number in Mermaid's message. Only a fallback, because it skips comments and counts some lines twice. */
function countedLine(message: string, text: string): number | undefined {
  const [, inMermaid] = /line (\d+)/.exec(message) ?? [];
  const front = text.split(/\r?\n/).indexOf('---', 1) + 1;
  return inMermaid ? Math.min(front + Number(inMermaid), text.trimEnd().split('\n').length) : undefined;
}

/** The line that the caret below Mermaid's excerpt points at, found by searching for the excerpt. */
function excerptLine(message: string, text: string): number | undefined {
  const [, excerpt = '', dashes = ''] = /\n(.+)\n(-*)\^/.exec(message) ?? [];
  const solid = (part: string) => part.replace(/^\.{3}|\.{3}$/g, '').replace(/\s/g, '');
  const letters = text
    .split('\n')
    .flatMap((line, index) =>
      /^\s*%%/.test(line) ? [] : [...line.replace(/\s/g, '')].map((letter) => ({ letter, line: index + 1 })),
    );
  const start = letters
    .map(({ letter }) => letter)
    .join('')
    .lastIndexOf(solid(excerpt));
  if (excerpt === '' || start < 0) return undefined;
  const before = solid(excerpt.slice(0, dashes.length)).length;
  const atWord = /\S/.test(excerpt[dashes.length] ?? ' ');
  return letters[start + Math.max(0, atWord ? before : before - 1)]?.line;
}
