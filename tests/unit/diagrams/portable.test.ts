import { expect, test } from 'vitest';
import { diagramIds } from '#model/diagram-files.ts';
import { readDiagram } from '#features/diagrams/index.ts';
import { portableSvg } from '#features/diagrams/portable.ts';

test('a box becomes a path with the same outline and colours', () => {
  expect(portableSvg('<rect x="7" y="-2" width="98" height="36" rx="6" fill="none" stroke="red"/>')).toBe(
    '<path d="M13 -2h86a6 6 0 0 1 6 6v24a6 6 0 0 1 -6 6h-86a6 6 0 0 1 -6 -6v-24a6 6 0 0 1 6 -6z" fill="none" stroke="red"/>',
  );
  expect(portableSvg('<rect x="1" y="2" width="10" height="4" fill="red"/>')).toBe(
    '<path d="M1 2h10v4h-10v-4z" fill="red"/>',
  );
});

test('no drawing has a box that a reader view would lose, or two labels without a space between them', () => {
  for (const id of diagramIds('.')) {
    const { svg } = readDiagram(id);
    expect(svg, id).not.toContain('<rect');
    expect(svg, id).not.toMatch(/<\/(?:text|title|desc)><text/);
  }
});
