import type { Problem } from '#shared/problem.ts';
import { nearest } from '#shared/suggest.ts';
import { roles } from '../roles.ts';

/** Kinds of diagram that the pipeline can colour and check. */
const kinds = ['block', 'flowchart', 'sequenceDiagram', 'stateDiagram-v2'];

/** One line of Mermaid: as written, with labels emptied, and its number in the file. */
interface Line {
  text: string;
  bare: string;
  line: number;
}

type Finding = Pick<Problem, 'problem' | 'fix'>;

/**
 * Reports what Mermaid would draw without an error, but not as the author meant it: unknown roles, colours, kinds, shapes, letters.
 * @param before number of lines in the file above the Mermaid source
 */
export function ruleProblems(file: string, mermaid: string, before: number): Problem[] {
  const lines = mermaid.split(/\r?\n/).map((text, index) => ({
    text,
    bare: text.replace(/"[^"]*"/g, '""').trim(),
    line: before + index + 1,
  }));
  const first = lines.find(({ bare }) => bare !== '' && !bare.startsWith('%%'));
  const kind = first?.bare.split(/\s/)[0] ?? '';
  const fix = `Begin with one of ${kinds.join(', ')}.`;
  if (!first) return [{ file, line: before, problem: 'there is no drawing below the front matter', fix }];
  if (!kinds.includes(kind))
    return [{ file, line: first.line, problem: `"${kind}" is not a kind of drawing that this site has`, fix }];
  const drawn = drawnNames(lines);
  return lines.flatMap((line) =>
    [...look(line, kind), ...classLine(line, kind, drawn), ...participantRoles(line, drawn)].map((finding) => ({
      file,
      line: line.line,
      ...finding,
    })),
  );
}

/** Empties quoted text, keeping only whether there was any: `"x"` or `""`. */
const unquoted = (text: string) => text.replace(/"[^"]*"/g, (label) => (/[^"\s]/.test(label) ? '"x"' : '""'));
/** A labelled arrow of a flowchart or a block diagram: the label is between bars after the arrow or in its middle. */
const labelled =
  /(?:-->|-\.->|==>)\s*\|\s*(?:"x"|[^|"\s][^|]*)\|| (?:--|-\.|==)\s*(?:"x"|[\w][^->="|]*?)\s*(?:-->|\.->|==>)/g;
const isSilentLink = (text: string) => /-->|-\.->|==>/.test(unquoted(text).replace(labelled, ' '));
/** For each kind of diagram, whether a line has an arrow without a label, and an example of one with a label. */
const labels = {
  flowchart: { isSilent: isSilentLink, example: 'a -->|request| b' },
  block: { isSilent: isSilentLink, example: 'a -- "request" --> b' },
  'stateDiagram-v2': {
    isSilent: (text: string) => /-->/.test(text) && !/-->\s*[^\s:]+\s*:\s*\S/.test(text),
    example: 'A --> B: start',
  },
  sequenceDiagram: {
    isSilent: (text: string) => /^\w+\s*--?(?:>>?|[x)])/.test(text) && !/^[^:]*:\s*\S/.test(text),
    example: 'a->>b: request',
  },
};

const parts = (name: string) => name.match(/\w+/g) ?? [];

/** Every word outside labels, comments and class lines: the names that a class line may use. */
function drawnNames(lines: readonly Line[]): Set<string> {
  return new Set(lines.flatMap(({ bare }) => (/^(class\s|%%)/.test(bare) ? [] : parts(bare))));
}

function look({ text, bare }: Line, kind: string): Finding[] {
  const found: Finding[] = [];
  if (/^(classDef|style|linkStyle)\s|:::|^%%\{/.test(bare))
    found.push({ problem: 'the source sets colours of its own', fix: 'Name a role: class <id> kernel' });
  const foreign = /[^\u0000-\u00ff\u2019]/u.exec(text)?.[0];
  if (foreign)
    found.push({
      problem: `the letter "${foreign}" is not in the font that labels are measured in`,
      fix: 'Write it out.',
    });
  if (kind === 'flowchart' && /\w\(\[|\w\{(?!\{)/.test(bare))
    found.push({
      problem: 'a stadium ([ ]) or a diamond { } takes too much room',
      fix: 'Use a box [ ], a rounded box ( ), a hexagon {{ }} or a cylinder [( )].',
    });
  const said = labels[kind as keyof typeof labels];
  if (said && !/^(?:%%|class\s)/.test(bare) && said.isSilent(text.trim()))
    found.push({ problem: 'an arrow has no label', fix: `Say what is sent: ${said.example}` });
  return found;
}

function classLine({ bare }: Line, kind: string, drawn: Set<string>): Finding[] {
  if (!/^class\s/.test(bare)) return [];
  const [, ids = '', role = ''] = /^class\s+(.+?)\s+([\w-]+);?$/.exec(bare) ?? [];
  if (role === '') return [{ problem: 'a class line without a role', fix: 'Write: class <id> <role>' }];
  if (kind === 'block' && ids.includes(','))
    return [{ problem: `Mermaid reads "${ids}" as one name in a block`, fix: 'Write a class line for each id.' }];
  return [...unknownRole(role), ...ids.split(',').flatMap((id) => undrawn(id.trim(), drawn))];
}

function participantRoles({ bare }: Line, drawn: Set<string>): Finding[] {
  const [, list] = /^%% roles:\s*(.+)$/.exec(bare) ?? [];
  return (list?.split(',') ?? []).flatMap((pair) => {
    const [id = '', role = '', more] = pair.trim().split(/\s+/);
    if (role === '' || more !== undefined)
      return [{ problem: `"${pair.trim()}" is not an id and a role`, fix: 'Write: %% roles: a app, k kernel' }];
    return [...unknownRole(role), ...undrawn(id, drawn)];
  });
}

function unknownRole(role: string): Finding[] {
  if (role in roles) return [];
  return [
    { problem: `there is no role "${role}"`, fix: `Did you mean ${nearest(role, Object.keys(roles)).join(', ')}?` },
  ];
}

function undrawn(id: string, drawn: Set<string>): Finding[] {
  if (parts(id).length > 0 && parts(id).every((part) => drawn.has(part))) return [];
  return [{ problem: `"${id}" has a role but is not in the drawing`, fix: 'Correct the id, or delete the line.' }];
}
