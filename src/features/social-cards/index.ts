import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cardSvg } from './svg.ts';
import { cardName } from './name.ts';
import { siteModel, words } from '#model/model.ts';
import { toPng } from '#shared/png.ts';
import { siteTitle } from '#site.ts';
import { sidebarGroups } from '#model/sidebar.ts';

export { cardName };

/** Size of a card in px. */
export const cardSize: readonly [width: number, height: number] = [1200, 630];

/** Starts rendering a page's card. Returns the file name and the pending PNG. */
function startCard(address: string, title: string): { file: string; png: Promise<Uint8Array> } {
  const section = sidebarGroups().find(({ addresses }) => addresses.includes(address))?.label ?? '';
  return { file: `${cardName(address)}.png`, png: toPng(cardSvg(siteTitle, title, section), cardSize[0]) };
}

/** Generates the social card of each page. Not a route, because a build awaits routes one by one, while these are rendered in the background. */
export default function socialCards(): AstroIntegration {
  let drawn: ReturnType<typeof startCard>[] = [];
  return {
    name: 'social-cards',
    hooks: {
      'astro:build:start': () => {
        drawn = siteModel().pages.map((page) => startCard(page.address, words(page).title));
      },
      'astro:build:done': async ({ dir }) => {
        const folder = path.join(fileURLToPath(dir), 'cards');
        mkdirSync(folder, { recursive: true });
        for (const { file, png } of drawn) writeFileSync(path.join(folder, file), await png);
      },
    },
  };
}
