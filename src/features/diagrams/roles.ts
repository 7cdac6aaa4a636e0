/** Fill and line colour without a style sheet: the light palette. */
interface Paint {
  fill: string;
  line: string;
}

/**
 * Roles of a box. The role is the only colour that an author can give it: `class k kernel`.
 * `src/features/diagrams/diagrams.css` defines the colours of each role for light, dark, print and forced colours.
 */
export const roles = {
  /** Applications. */
  app: { fill: '#ffffff', line: '#16181d' },
  /** Libraries and other files of a userland. */
  lib: { fill: '#eef0f4', line: '#5d6673' },
  /** Container machinery: engine, runtime, namespace. */
  container: { fill: '#dbe8ff', line: '#1d4ed8' },
  /** VM machinery: hypervisor, VMM, virtual devices. */
  vm: { fill: '#f6e0f7', line: '#a21caf' },
  /** Every kernel, of a host or a guest, and nothing else. */
  kernel: { fill: '#ffc94d', line: '#8a5a00' },
  /** Hardware. */
  hw: { fill: '#d9dee5', line: '#525b68' },
  /** Images, volumes, disks: what keeps state. */
  data: { fill: '#d5f2e6', line: '#0b6b47' },
  /** An attack, a failure, a refusal. */
  warn: { fill: '#ffe0db', line: '#a32015' },
  /** People, tools, decisions: everything that belongs to neither side. */
  plain: { fill: '#f7f5ef', line: '#5d6673' },
  /** A boundary drawn around boxes. */
  unit: { fill: 'none', line: '#5d6673' },
  /** The boundary of a container. */
  unitc: { fill: 'none', line: '#1d4ed8' },
  /** The boundary of a VM. */
  unitv: { fill: 'none', line: '#a21caf' },
  /** The label inside a boundary: text without a box. */
  cap: { fill: 'none', line: 'none' },
} satisfies Record<string, Paint>;

/** Name of a role. */
export type Role = keyof typeof roles;

/** Colours of text, arrows and the page behind them, in the light palette. */
export const inks = { text: '#16181d', strong: '#1a1300', edge: '#454c57', page: '#ffffff' };

/** Colour of a role as an attribute value: its custom property, with the light palette as fallback. */
export const paint = (role: Role, part: 'fill' | 'line') => {
  const value = roles[role][part];
  return value === 'none' ? 'none' : `var(--dg-${role}-${part},${value})`;
};

/** Colour of an ink as an attribute value. */
export const ink = (name: keyof typeof inks) => `var(--dg-${name},${inks[name]})`;

/** All colours that a drawing may use. */
export function palette(): Set<string> {
  const names = Object.keys(roles) as Role[];
  return new Set([
    'none',
    ...names.flatMap((role) => [paint(role, 'fill'), paint(role, 'line')]),
    ...(Object.keys(inks) as (keyof typeof inks)[]).map(ink),
  ]);
}
