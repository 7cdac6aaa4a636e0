/** Value of a numeric attribute of a tag, or 0. */
const number = (attributes: string, name: string) =>
  Number(new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? 0);

/** Converts a box to a clockwise path that starts at the end of its upper left corner, so that dashes begin as in a `rect`. */
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
 * Makes a drawing keep its boxes in reader views and its words in copied text: Firefox's reader view gives every element
 * `height: auto`, which hides a `rect`; and text browsers join labels that have no white space between them.
 * @param svg a drawing with one element per line
 */
export function portableSvg(svg: string): string {
  return svg
    .replace(/<rect\b([^>]*?)\s*\/>/g, (_, attributes: string) => {
      const rest = attributes.replace(/\s(?:x|y|width|height|rx)="[^"]*"/g, '');
      return `<path d="${pathOf(attributes)}"${rest}/>`;
    })
    .replace(/(?<!<\/(?:text|title|desc)>)\n/g, '');
}
