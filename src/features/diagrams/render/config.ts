import type { MermaidConfig } from 'mermaid';

/** Size of the words in a drawing, in its own units; on a phone a drawing 388 wide shows them at about 13 px. */
export const fontSize = 15;

/**
 * Letters are set this much wider while Mermaid measures, so that boxes laid out in Inter also hold
 * the wider letters of a reader's own system font.
 */
export const letterSpacing = '0.03em';

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
    wrappingWidth: 170,
    minNodeWidth: 0,
    subGraphTitleMargin: { top: 4, bottom: 4 },
  },
  state: {
    theme: 'base',
    look: 'classic',
    layout: 'dagre',
    useMaxWidth: false,
    wrappingWidth: 160,
    minNodeWidth: 0,
    padding: 10,
  },
  sequence: {
    theme: 'base',
    look: 'classic',
    useMaxWidth: false,
    actorMargin: 20,
    width: 92,
    height: 38,
    boxMargin: 8,
    messageMargin: 30,
    mirrorActors: false,
    wrap: false,
    labelBoxHeight: 24,
    actorFontFamily: 'Inter',
    messageFontFamily: 'Inter',
    noteFontFamily: 'Inter',
  },
  block: { useMaxWidth: false, padding: 7 },
} as MermaidConfig;
