import { stringify } from 'yaml';
import { inks, roles, type Role } from './roles.ts';
import type { DiagramWords } from './source.ts';

/** Kinds of diagram whose grammar has `accTitle` and `accDescr`. */
const described = /^(?:flowchart|sequenceDiagram|stateDiagram-v2)\b/;

/** The colours of a role as Mermaid styles. */
function styleOf(role: Role): string {
  const { fill, line } = roles[role];
  const kernel = role === 'kernel';
  return [
    `fill:${fill}`,
    `stroke:${line}`,
    `color:${kernel ? inks.strong : inks.text}`,
    ...(kernel ? ['stroke-width:3px', 'font-weight:bold'] : []),
    ...(role === 'cap' ? ['font-weight:bold'] : []),
    ...(role.startsWith('unit') ? ['stroke-dasharray:5'] : []),
  ].join(',');
}

/** A colour in the syntax that `box` accepts. */
const rgb = (hex: string) => `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;

const isRole = (name: string): name is Role => name in roles;

/** Roles used in the class lines of a diagram. */
function rolesIn(body: string): Role[] {
  const names = [...body.matchAll(/^\s*class \S+ (\w+)\s*$/gm)].map(([, name]) => name!);
  return [...new Set(names)].filter(isRole).sort();
}

/** Puts the participants of a sequence into boxes of their roles' colours, the only way to colour them in Mermaid. */
const boxed = (body: string, participants: Readonly<Record<string, string>>) =>
  body
    .replace(/^\s*%% roles:.*\n/m, '')
    .replace(/^(\s*)(participant (\w+)\b.*)$/gm, (line, space: string, declaration: string, id: string) => {
      const role = participants[id] ?? 'plain';
      return isRole(role) && role !== 'plain'
        ? `${space}box ${rgb(roles[role].fill)}\n${space}  ${declaration}\n${space}end`
        : line;
    });

/**
 * Mermaid source for use elsewhere: with title, accessible name and description, and the colours of the roles,
 * which this site applies by other means.
 * @param body Mermaid without front matter
 * @param participants roles of the participants of a sequence, by id
 */
export function mermaidToShare(
  { title, accTitle, accDescr }: DiagramWords,
  body: string,
  participants: Readonly<Record<string, string>>,
): string {
  const [kind = '', ...rest] = body.trim().split('\n');
  const lines = kind === 'sequenceDiagram' ? boxed(rest.join('\n'), participants) : rest.join('\n');
  const names = described.test(kind) ? [`  accTitle: ${accTitle}`, `  accDescr: ${accDescr}`] : [];
  const classes = rolesIn(body).map((role) => `  classDef ${role} ${styleOf(role)}`);
  return ['---', stringify({ title }, { lineWidth: 0 }).trim(), '---', kind, ...names, lines, ...classes].join('\n');
}
