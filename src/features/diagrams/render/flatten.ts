/**
 * The part of the pipeline that runs inside the browser page. Playwright sends the source text of {@link flatten} there,
 * so the function must not use anything but its arguments and the page.
 */

/** A shape or label of the flattened drawing, in absolute units. */
export type Piece =
  | { kind: 'box'; x: number; y: number; width: number; height: number; radius: number; role: string }
  | { kind: 'shape'; d: string; role: string }
  | { kind: 'dot'; x: number; y: number; radius: number; filled: boolean }
  | {
      kind: 'edge';
      d: string;
      dashed: boolean;
      thin: boolean;
      /** Whether it carries harm: an attack, a failure. */
      warn?: boolean;
      /** Arrow heads at its end and start: x, y and direction in degrees. */
      tip?: [number, number, number];
      tail?: [number, number, number];
    }
  | { kind: 'label'; x: number; y: number; width: number; height: number }
  | {
      kind: 'text';
      rows: { x: number; y: number; text: string }[];
      size: number;
      role: string;
      anchor?: 'start' | 'end';
    };

/** Result of {@link flatten}: the pieces in drawing order, and the bounds of the drawing in units. */
export interface Flat {
  pieces: Piece[];
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * Converts Mermaid's SVG to absolute pieces with roles instead of colours.
 * @param roleNames roles that a class may name
 * @param participants roles of sequence participants, by id
 * @throws on an unknown element or shape, so that nothing unthemed gets through
 */
// One function on purpose: it crosses into the page as text, so its helpers have to live inside it.
// eslint-disable-next-line max-lines-per-function
export function flatten(svg: SVGSVGElement, roleNames: string[], participants: Record<string, string>): Flat {
  const toRoot = svg.getScreenCTM()!.inverse();
  const pieces: Piece[] = [];
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const round = (value: number) => Math.round(value * 10) / 10;
  const grow = (x: number, y: number) => {
    bounds.left = Math.min(bounds.left, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.right = Math.max(bounds.right, x);
    bounds.bottom = Math.max(bounds.bottom, y);
  };
  const offset = (element: SVGGraphicsElement) => {
    const { a, b, c, d, e, f } = toRoot.multiply(element.getScreenCTM()!);
    if (Math.abs(a - 1) + Math.abs(b) + Math.abs(c) + Math.abs(d - 1) > 0.01)
      throw new Error('a shape is scaled or turned');
    return { dx: e, dy: f };
  };
  const roleOf = (element: Element): string => {
    const name = element.getAttribute('name');
    if (element.classList.contains('actor') && name) return participants[name] ?? 'plain';
    const owner = element.closest('g.node, g.cluster');
    const named = owner && [...owner.classList].find((cls) => roleNames.includes(cls));
    if (named) return named;
    return owner?.matches('.cluster') || element.matches('.composite') ? 'unit' : 'plain';
  };
  /** Shifts the absolute coordinates of a path. */
  const shift = (d: string, dx: number, dy: number) => {
    let out = '';
    let first = true;
    for (const [, command, list] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
      const numbers = (list!.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
      const upper = command === command!.toUpperCase() || (first && command === 'm');
      const arc = command!.toUpperCase() === 'A';
      const moved = numbers.map((value, index) => {
        if (!upper) return value;
        if (command === 'H') return value + dx;
        if (command === 'V') return value + dy;
        if (arc) return index % 7 === 5 ? value + dx : index % 7 === 6 ? value + dy : value;
        return value + (index % 2 === 0 ? dx : dy);
      });
      out += command + moved.map(round).join(' ');
      first = false;
    }
    return out;
  };
  /** Position of an arrow head: the point of its tip, and its direction in degrees. */
  const head = (from: DOMPoint, to: DOMPoint, beyond: number, dx: number, dy: number): [number, number, number] => {
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
    return [
      round(to.x + ux * beyond + dx),
      round(to.y + uy * beyond + dy),
      Math.round((Math.atan2(uy, ux) * 180) / Math.PI),
    ];
  };
  const edge = (element: SVGGeometryElement, d: string) => {
    const { dx, dy } = offset(element);
    const total = element.getTotalLength();
    const beyond =
      svg.getAttribute('aria-roledescription') === 'stateDiagram' ? 0 : element.matches('.flowchart-link') ? 4 : 3;
    const at = (length: number) => element.getPointAtLength(Math.max(0, Math.min(total, length)));
    const dashed = element.matches('.edge-pattern-dotted, .edge-pattern-dashed, .messageLine1, .loopLine');
    const piece: Piece = { kind: 'edge', d: shift(d, dx, dy), dashed, thin: element.matches('.actor-line, .loopLine') };
    if (element.getAttribute('marker-end')) piece.tip = head(at(total - 4), at(total), beyond, dx, dy);
    if (element.getAttribute('marker-start')) piece.tail = head(at(4), at(0), beyond, dx, dy);
    pieces.push(piece);
    const box = element.getBBox();
    grow(box.x + dx - 4, box.y + dy - 2);
    grow(box.x + box.width + dx + 4, box.y + box.height + dy + 2);
  };
  const words = (element: SVGTextElement) => {
    const outer = [...element.querySelectorAll<SVGGraphicsElement>('.text-outer-tspan')];
    const direct = [...element.querySelectorAll<SVGGraphicsElement>(':scope > tspan')];
    const rows = outer.length > 0 ? outer : direct.length > 0 ? direct : [element];
    const size = parseFloat(getComputedStyle(element).fontSize);
    const shown = rows.flatMap((row) => {
      const text = (row.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (text === '') return [];
      const rect = row.getBoundingClientRect();
      const centre = new DOMPoint((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2).matrixTransform(toRoot);
      // The name of a group goes to its left corner: in the middle, where Mermaid puts it, arrows cross it.
      const group = element.closest('.cluster-label')?.parentElement?.querySelector<SVGGraphicsElement>('rect');
      if (group) centre.x = group.getBBox().x + offset(group).dx + 10 + rect.width / 2;
      grow(centre.x - rect.width / 2, centre.y - size * 0.6);
      grow(centre.x + rect.width / 2, centre.y + size * 0.6);
      return [{ x: round(centre.x), y: round(centre.y + size * 0.35), text }];
    });
    if (shown.length > 0)
      pieces.push({
        kind: 'text',
        rows: shown,
        size,
        role: roleOf(element.closest('g[data-id]')?.querySelector('.actor') ?? element),
      });
  };
  const lifelineEnd =
    Math.max(
      ...[...svg.querySelectorAll<SVGGraphicsElement>('.messageLine0, .messageLine1, .note, .loopLine')].map(
        (line) => line.getBBox().y + line.getBBox().height,
      ),
      0,
    ) + 14;

  for (const element of svg.querySelectorAll<SVGGraphicsElement>('rect, circle, line, polygon, path, text')) {
    if (element.closest('defs, marker, symbol, clipPath') || getComputedStyle(element).display === 'none') continue;
    const { width, height, x, y } = element.getBBox();
    if (width === 0 && height === 0) continue;
    const { dx, dy } = offset(element);
    if (element instanceof SVGTextElement) words(element);
    else if (element.matches('.background, .labelBkg')) {
      if (element.closest('.edgeLabel'))
        pieces.push({ kind: 'label', x: round(x + dx), y: round(y + dy), width: round(width), height: round(height) });
    } else if (element instanceof SVGRectElement) {
      if (element.matches('.label > rect') || element.matches('.node .label rect')) continue;
      const role = element.matches('.note')
        ? 'plain'
        : element.matches('.activation0, .activation1')
          ? 'plain'
          : roleOf(element);
      const radius = role === 'cap' ? 0 : 6;
      pieces.push({
        kind: 'box',
        x: round(x + dx),
        y: round(y + dy),
        width: round(width),
        height: round(height),
        radius,
        role,
      });
      grow(x + dx, y + dy);
      grow(x + dx + width, y + dy + height);
    } else if (element instanceof SVGLineElement) {
      const number = (name: string) => parseFloat(element.getAttribute(name)!);
      const bottom = element.matches('.actor-line') ? Math.min(number('y2'), lifelineEnd) : number('y2');
      const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      for (const { name, value } of element.attributes) line.setAttribute(name, value);
      const d = `M${number('x1')},${number('y1')}L${number('x2')},${bottom}`;
      line.setAttribute('d', d);
      element.replaceWith(line);
      edge(line, d);
    } else if (element.closest('.outer-path') && svg.getAttribute('aria-roledescription') === 'stateDiagram') {
      // The two rings of a final state are hand-sketched paths; circles take a twentieth of the bytes.
      const dot = { x: round(x + dx + width / 2), y: round(y + dy + height / 2) };
      if (pieces.some((piece) => piece.kind === 'dot' && piece.x === dot.x && piece.y === dot.y && !piece.filled))
        continue;
      pieces.push({ kind: 'dot', ...dot, radius: 7, filled: false }, { kind: 'dot', ...dot, radius: 3, filled: true });
      grow(dot.x - 8, dot.y - 8);
      grow(dot.x + 8, dot.y + 8);
    } else if (element instanceof SVGCircleElement) {
      pieces.push({
        kind: 'dot',
        x: round(x + dx + width / 2),
        y: round(y + dy + height / 2),
        radius: round(width / 2),
        filled: true,
      });
      grow(x + dx, y + dy);
      grow(x + dx + width, y + dy + height);
    } else if (
      element instanceof SVGPolygonElement ||
      (element instanceof SVGPathElement && element.closest('.node'))
    ) {
      const d =
        element instanceof SVGPolygonElement
          ? `M${element.getAttribute('points')!.trim().replace(/\s+/g, 'L')}Z`
          : element.getAttribute('d')!;
      pieces.push({
        kind: 'shape',
        d: shift(d, dx, dy),
        role: element.matches('.labelBox') ? 'plain' : roleOf(element),
      });
      grow(x + dx, y + dy);
      grow(x + dx + width, y + dy + height);
    } else if (element instanceof SVGPathElement) edge(element, element.getAttribute('d')!);
    else throw new Error(`unknown shape <${element.tagName} class="${element.getAttribute('class') ?? ''}">`);
  }
  const alien = svg.querySelector('foreignObject, image, script, use');
  if (alien) throw new Error(`unknown element <${alien.tagName}>`);
  return {
    pieces,
    left: bounds.left,
    top: bounds.top,
    width: bounds.right - bounds.left,
    height: bounds.bottom - bounds.top,
  };
}
