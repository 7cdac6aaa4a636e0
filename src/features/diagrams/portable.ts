/** Value of a numeric attribute of a tag, or 0. */
const number = (attributes: string, name: string) =>
  Number(new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? 0);

/** A box as the path around it, clockwise from where the upper left corner ends: dashes begin where those of a `rect` do. */
function pathOf(attributes: string): string {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => number(attributes, name)) as [
    number,
    number,
    number,
    number,
  ];
  const r = Math.min(number(attributes, 'rx'), width / 2, height / 2);
  const round = (value: number) => Math.round(value * 100) / 100;
  const corner = (right: number, down: number) => (r > 0 ? `a${r} ${r} 0 0 1 ${right} ${down}` : '');
  const [across, along] = [round(width - 2 * r), round(height - 2 * r)];
  return `M${round(x + r)} ${y}h${across}${corner(r, r)}v${along}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-along}${corner(r, -r)}z`;
}

/**
 * A drawing that keeps its boxes and its words where a reader view drops the page's styles or text is copied out of it:
 * Firefox's reader view gives every element `height: auto`, which leaves nothing of a `rect`; and labels
 * without white space between them run together in every browser of text.
 * @param svg a drawing with one element a line
 */
export function portableSvg(svg: string): string {
  return svg
    .replace(/<rect\b([^>]*?)\s*\/>/g, (_, attributes: string) => {
      const rest = attributes.replace(/\s(?:x|y|width|height|rx)="[^"]*"/g, '');
      return `<path d="${pathOf(attributes)}"${rest}/>`;
    })
    .replace(/(?<!<\/(?:text|title|desc)>)\n/g, '');
}
