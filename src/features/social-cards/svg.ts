import { escapeHtml } from '#shared/html.ts';
import { textWidth } from '#shared/text-width.ts';

/** Breaks text into lines no wider than `width`. */
export function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size, true) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The social card of a page, 1200 by 630 px: name of the site, title of the page, and the two stacks. */
export function cardSvg(site: string, title: string, section: string): string {
  const size = title.length > 44 ? 62 : 78;
  const lines = wrap(title, size, 1040).slice(0, 4);
  const text = lines
    .map((line, index) => `<tspan x="80" y="${210 + index * size * 1.14}">${escapeHtml(line)}</tspan>`)
    .join('');
  const stack = [
    ...[0, 1, 2].map(
      (index) => `<rect x="${80 + index * 160}" y="470" width="150" height="40" rx="6" fill="#f3f1ea"/>`,
    ),
    '<rect x="80" y="520" width="470" height="46" rx="6" fill="#ffc94d"/>',
    ...[0, 1].map(
      (index) =>
        `<rect x="${650 + index * 240}" y="452" width="230" height="32" rx="6" fill="#f3f1ea"/><rect x="${650 + index * 240}" y="492" width="230" height="36" rx="6" fill="#ffc94d"/>`,
    ),
    '<rect x="650" y="536" width="470" height="30" rx="6" fill="#d58ad8"/>',
  ].join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630" font-family="Inter"><rect width="1200" height="630" fill="#16181d"/><rect width="1200" height="14" fill="#8c95a3"/><text x="80" y="110" font-size="30" fill="#c9c6be">${escapeHtml(site)}${section ? ` · ${escapeHtml(section)}` : ''}</text><text font-size="${size}" font-weight="700" fill="#ffffff">${text}</text>${stack}</svg>`;
}
