export { readDiagram, type Diagram } from './read.ts';
export { stepHtml } from './steps.ts';
export { readPalette } from './palette.ts';
export { drawingThemes, slideSvg, standaloneMargin, standaloneSvg, tightSlideSvg, tightView } from './standalone.ts';
export { drawingFiles, type DrawingFile } from './files.ts';
export { leastPoints, leastWords, slidePoints, slideSize, standsBeside, viewOf } from './view.ts';
export { mermaidToShare } from './mermaid-source.ts';
export { checkDiagrams } from './check/check.ts';
import type { AstroIntegration } from 'astro';

const entry = (file: string) => new URL(`./${file}`, import.meta.url);

/** Adds routes for each diagram: downloads below `/d/`, an embed page below `/embed/`, and its oEmbed description below `/oembed/`. */
export default function diagrams(): AstroIntegration {
  return {
    name: 'diagrams',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({ pattern: '/d/[file]', entrypoint: entry('routes/drawing.ts') });
        injectRoute({ pattern: '/oembed/[diagram].json', entrypoint: entry('routes/oembed.ts') });
        injectRoute({ pattern: '/embed/[diagram]', entrypoint: entry('routes/embed.astro') });
      },
    },
  };
}
