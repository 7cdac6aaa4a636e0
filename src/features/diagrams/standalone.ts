import { escapeHtml } from '#shared/html.ts';
import { licence } from '#site.ts';
import { readPalette } from './palette.ts';
import type { Diagram } from './read.ts';

/** Margin on each side of a drawing that stands alone, px. */
export const standaloneMargin = 12;

/**
 * A drawing that stands alone: fixed colours, a background, its licence, and nothing that has to be loaded.
 * @param theme which palette to fix
 * @param source address of the diagram's page
 */
export function standaloneSvg(diagram: Diagram, theme: 'light' | 'dark', source: string): string {
  const colours = readPalette()[theme];
  const fixed = diagram.svg.replace(
    /var\((--dg-[\w-]+),((?:[^()]|\([^()]*\))*)\)/g,
    (_, name: string, fallback: string) => {
      if (name === '--dg-font') return 'Inter,system-ui,sans-serif';
      return colours.get(name) ?? fallback;
    },
  );
  const [, view = '0 0 0 0'] = /viewBox="([^"]+)"/.exec(fixed) ?? [];
  const [left = 0, top = 0, width = 0, height = 0] = view.split(' ').map(Number);
  const box = [
    left - standaloneMargin,
    top - standaloneMargin,
    width + 2 * standaloneMargin,
    height + 2 * standaloneMargin,
  ];
  const ground = `<rect x="${box[0]}" y="${box[1]}" width="${box[2]}" height="${box[3]}" fill="${colours.get('--dg-page')}"/>`;
  const metadata = `<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><cc:Work rdf:about=""><dc:title>${escapeHtml(diagram.title)}</dc:title><dc:source>${escapeHtml(source)}</dc:source><cc:license rdf:resource="${licence.url}"/></cc:Work></rdf:RDF></metadata>`;
  return fixed
    .replace(
      /width="\d+" height="\d+" viewBox="[^"]+"/,
      `width="${box[2]}" height="${box[3]}" viewBox="${box.join(' ')}"`,
    )
    .replace('</desc>', `</desc>${metadata}${ground}`);
}
