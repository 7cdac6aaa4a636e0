import type { MermaidConfig } from 'mermaid';

/** Font size of a drawing, in its own units; a drawing 388 wide shows it at about 13 px on a phone. */
export const fontSize = 15;

/**
 * Letter spacing while Mermaid measures, so that boxes laid out in Inter also fit the wider letters
 * of a system font, as those of DejaVu Sans and Verdana are. Bold letters differ more.
 */
export const letterSpacing = { normal: '0.045em', bold: '0.09em' };

/** Mermaid's configuration, for layout only: colours are added afterwards, by role. */
export const mermaidConfig: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  logLevel: 'fatal',
  theme: 'base',
  look: 'classic',
  layout: 'dagre',
  htmlLabels: false,
  fontFamily: 'Inter',
  fontSize,
  deterministicIds: true,
  deterministicIDSeed: 'dg',
  handDrawnSeed: 1,
  flowchart: {
    theme: 'base',
    look: 'classic',
    useMaxWidth: false,
    curve: 'linear',
    padding: 12,
    nodeSpacing: 22,
    rankSpacing: 34,
    wrappingWidth: 190,
    minNodeWidth: 0,
    subGraphTitleMargin: { top: 6, bottom: 14 },
  },
  state: {
    theme: 'base',
    look: 'classic',
    layout: 'dagre',
    useMaxWidth: false,
    wrappingWidth: 170,
    minNodeWidth: 0,
    padding: 10,
  },
  sequence: {
    theme: 'base',
    look: 'classic',
    useMaxWidth: false,
    actorMargin: 20,
    width: 88,
    height: 38,
    boxMargin: 8,
    messageMargin: 30,
    mirrorActors: false,
    wrap: false,
    wrapPadding: 11,
    // Kernels are bold, and Mermaid measures all participants with one weight.
    actorFontWeight: 600,
    labelBoxHeight: 24,
    actorFontFamily: 'Inter',
    messageFontFamily: 'Inter',
    noteFontFamily: 'Inter',
  },
  block: { useMaxWidth: false, padding: 7 },
} as MermaidConfig;
