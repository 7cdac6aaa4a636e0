import { escapeHtml } from '#shared/html.ts';
import { t } from '#model/i18n.ts';
import { licence, siteTitle } from '#site.ts';
import { readPalette } from './palette.ts';
import type { Diagram } from './read.ts';
import { slideSize, slideView, viewOf, type ViewBox } from './view.ts';

/** Margin on each side of a drawing that stands alone, px. */
export const standaloneMargin = 12;

/** Colours of a drawing that stands alone; the transparent ones have no ground, and words for a light or a dark one. */
export const drawingThemes = ['light', 'dark', 'transparent', 'dark-transparent'] as const;
export type DrawingTheme = (typeof drawingThemes)[number];

/**
 * A drawing that stands alone: fixed colours, a ground, its author and licence, and nothing that has to be loaded.
 * @param theme which palette to fix, and whether there is a ground
 * @param source address of the diagram's page
 */
export function standaloneSvg(diagram: Diagram, theme: DrawingTheme, source: string): string {
  const [left, top, width, height] = viewOf(diagram.svg);
  const margin = standaloneMargin;
  const box: ViewBox = [left - margin, top - margin, width + 2 * margin, height + 2 * margin];
  return fixedSvg(diagram, diagram.svg, { theme, source, box, size: [box[2], box[3]] });
}

/** Fragment behind the address of a picture for slides that shows it without the room around the drawing. */
export const tightView = '#tight';

/**
 * A drawing as a picture of 16 by 9, for a slide, with the view {@link tightView} for slides that have words beside it.
 * Parameters are those of {@link standaloneSvg}.
 */
export function slideSvg(diagram: Diagram, theme: DrawingTheme, source: string): string {
  const picture = fixedSvg(diagram, diagram.slide, { theme, source, box: slideView(diagram.slide), size: slideSize });
  const view = `<view id="${tightView.slice(1)}" viewBox="${viewOf(diagram.slide).join(' ')}"/>`;
  return picture.replace('</metadata>', `</metadata>${view}`);
}

/** A drawing's form for slides without the room around it, 1,920 pixels wide, for a slide that has words above it. */
export function tightSlideSvg(diagram: Diagram, theme: DrawingTheme, source: string): string {
  const box = viewOf(diagram.slide);
  const [, , width, height] = box;
  const across = slideSize[0];
  return fixedSvg(diagram, diagram.slide, {
    theme,
    source,
    box,
    size: [across, Math.round((across * height) / width)],
  });
}

/** How a drawing is fixed: its colours, the address of its page, what the picture shows, and its size in px. */
interface Fixing {
  theme: DrawingTheme;
  source: string;
  box: ViewBox;
  size: [width: number, height: number];
}

/** A drawing with the colours of one theme written into it, shown in a box, with what a file that travels has to say of itself. */
function fixedSvg(diagram: Diagram, svg: string, { theme, source, box, size }: Fixing): string {
  const colours = readPalette()[theme.startsWith('dark') ? 'dark' : 'light'];
  const fixed = svg.replace(/var\((--dg-[\w-]+),((?:[^()]|\([^()]*\))*)\)/g, (_, name: string, fallback: string) => {
    if (name === '--dg-font') return 'Inter,system-ui,sans-serif';
    return colours.get(name) ?? fallback;
  });
  const [left, top, width, height] = box;
  const ground = theme.endsWith('transparent')
    ? ''
    : `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${colours.get('--dg-page')}"/>`;
  return fixed
    .replace(
      /width="\d+" height="\d+" viewBox="[^"]+"/,
      `width="${size[0]}" height="${size[1]}" viewBox="${box.join(' ')}"`,
    )
    .replace('</desc>', `</desc>${metadata(diagram.title, source)}${ground}`);
}

/** Title, author, address and licence in the form that drawing programs read and keep. */
function metadata(title: string, source: string): string {
  const author = escapeHtml(t('share.author', { site: siteTitle }));
  return `<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><cc:Work rdf:about=""><dc:title>${escapeHtml(title)}</dc:title><dc:creator><cc:Agent><dc:title>${author}</dc:title></cc:Agent></dc:creator><dc:source>${escapeHtml(source)}</dc:source><cc:license rdf:resource="${licence.url}"/></cc:Work></rdf:RDF></metadata>`;
}
