import type { MermaidConfig } from 'mermaid';

/** Size of the words in a drawing, in its own units; on a phone a drawing 388 wide shows them at about 13 px. */
export const fontSize = 15;

/**
 * Letters are set this much wider while Mermaid measures, so that boxes laid out in Inter also hold
 * the wider letters of a reader's own system font, as those of DejaVu Sans and Verdana are. Bold ones differ more.
 */
export const letterSpacing = { normal: '0.045em', bold: '0.09em' };

/** Mermaid's configuration: layout only. Colours come from the roles, after the layout. */
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
    // Kernels are bold, and Mermaid measures all participants alike.
    actorFontWeight: 600,
    labelBoxHeight: 24,
    actorFontFamily: 'Inter',
    messageFontFamily: 'Inter',
    noteFontFamily: 'Inter',
  },
  block: { useMaxWidth: false, padding: 7 },
} as MermaidConfig;
