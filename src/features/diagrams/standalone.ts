import { escapeHtml } from '#shared/html.ts';
import { t } from '#model/i18n.ts';
import { licence, siteTitle } from '#site.ts';
import { readPalette } from './palette.ts';
import type { Diagram } from './read.ts';
import { slideSize, slideView, viewOf, type ViewBox } from './view.ts';

/** Margin on each side of a standalone drawing, in px. */
export const standaloneMargin = 12;

/** Themes of a standalone drawing. The transparent ones have no background, and text colours for a light or a dark one. */
export const drawingThemes = ['light', 'dark', 'transparent', 'dark-transparent'] as const;
/** Theme of a standalone drawing. */
export type DrawingTheme = (typeof drawingThemes)[number];

/**
 * A standalone drawing: fixed colours, a background, author and licence, and no external resources.
 * @param theme palette to use, and whether there is a background
 * @param source address of the diagram's page
 */
export function standaloneSvg(diagram: Diagram, theme: DrawingTheme, source: string): string {
  const [left, top, width, height] = viewOf(diagram.svg);
  const margin = standaloneMargin;
  const box: ViewBox = [left - margin, top - margin, width + 2 * margin, height + 2 * margin];
  return fixedSvg(diagram, diagram.svg, { theme, source, box, size: [box[2], box[3]] });
}

/** Fragment for the address of a slide's picture that shows it without margins. */
export const tightView = '#tight';

/**
 * A 16:9 picture of a drawing for a slide, with the view {@link tightView} for slides that have text beside it.
 * Parameters are those of {@link standaloneSvg}.
 */
export function slideSvg(diagram: Diagram, theme: DrawingTheme, source: string): string {
  const picture = fixedSvg(diagram, diagram.slide, { theme, source, box: slideView(diagram.slide), size: slideSize });
  const view = `<view id="${tightView.slice(1)}" viewBox="${viewOf(diagram.slide).join(' ')}"/>`;
  return picture.replace('</metadata>', `</metadata>${view}`);
}

/** The form of a drawing for slides without margins, 1,920 pixels wide, for a slide that has text above it. Parameters are those of {@link standaloneSvg}. */
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

/** Options of {@link fixedSvg}. */
interface Fixing {
  theme: DrawingTheme;
  /** Address of the diagram's page. */
  source: string;
  /** What the picture shows, in units of the drawing. */
  box: ViewBox;
  /** Size of the picture in px. */
  size: [width: number, height: number];
}

/** Writes the colours of one theme into a drawing, crops it to a box, and adds a background and the metadata that a downloaded file needs. */
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

/** Title, author, address and licence in the RDF that drawing programs read and keep. */
function metadata(title: string, source: string): string {
  const author = escapeHtml(t('share.author', { site: siteTitle }));
  return `<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><cc:Work rdf:about=""><dc:title>${escapeHtml(title)}</dc:title><dc:creator><cc:Agent><dc:title>${author}</dc:title></cc:Agent></dc:creator><dc:source>${escapeHtml(source)}</dc:source><cc:license rdf:resource="${licence.url}"/></cc:Work></rdf:RDF></metadata>`;
}
