import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Page } from '@playwright/test';
import { findBrowser, launchArguments } from '#shared/browser.ts';
import { letterSpacing, mermaidConfig } from './config.ts';
import { flatten, type Flat } from './flatten.ts';
import { roles } from '../roles.ts';
import type { DiagramSource } from '../source.ts';
import { squeeze } from './compact-rows.ts';

const require = createRequire(import.meta.url);

/** A browser page with Mermaid loaded. */
export interface Renderer {
  /**
   * Lays out a diagram.
   * @throws with Mermaid's own message if the source has a syntax error
   */
  render(source: DiagramSource): Promise<Flat>;
  /** Closes the browser. */
  close(): Promise<void>;
}

function fontFace(weight: 400 | 600): string {
  const file = require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`);
  const data = readFileSync(file).toString('base64');
  return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${data})}`;
}

/**
 * Starts the browser and loads Mermaid.
 * @throws if no browser is found
 */
export async function startRenderer(): Promise<Renderer> {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error('No browser to draw with. Install Chrome or Chromium, or set CHROMIUM_PATH to one.');
  const browser = await chromium.launch({ executablePath, args: launchArguments });
  const page = await browser.newPage({ viewport: { width: 1600, height: 1600 } });
  const bold = roleSelectors(['kernel', 'cap']);
  // Mermaid measures the name of a participant outside the drawing, where it has no role yet.
  const kernels = [roleSelectors(['kernel']), 'svg text[style*="font-weight: 600"]'].join(',');
  await page.setContent(
    `<style>${fontFace(400)}${fontFace(600)} svg text,svg tspan{letter-spacing:${letterSpacing.normal}} ${bold}{font-weight:600!important} ${kernels}{letter-spacing:${letterSpacing.bold}}</style><div id="stage"></div>`,
  );
  await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') });
  await page.evaluate(() => Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 15px Inter`))));
  return { render: (source) => draw(page, source), close: () => browser.close() };
}

const roleSelectors = (names: string[]) => names.flatMap((name) => [`.${name} text`, `.${name} tspan`]).join(',');

async function draw(page: Page, source: DiagramSource): Promise<Flat> {
  const flat = await page.evaluate(
    async ({ text, config, code, roleNames, participants }) => {
      const { mermaid } = window as unknown as {
        mermaid: { initialize(c: unknown): void; render(id: string, t: string): Promise<{ svg: string }> };
      };
      mermaid.initialize(config);
      const { svg } = await mermaid.render('d', text);
      const stage = document.getElementById('stage')!;
      stage.innerHTML = svg;
      const run = new Function(`return (${code})`)() as typeof flatten;
      return run(stage.querySelector('svg')!, roleNames, participants);
    },
    {
      text: source.body,
      config: mermaidConfig,
      code: flatten.toString(),
      roleNames: Object.keys(roles),
      participants: source.participants,
    },
  );
  return /^\s*block\b/m.test(source.body) ? squeeze(flat) : flat;
}
