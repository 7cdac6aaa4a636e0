import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cardSvg } from '../lib/card.ts';
import { cardName } from '../lib/exports/card-name.ts';
import { siteModel, words } from '../lib/exports/model.ts';
import { toPng } from '../lib/raster.ts';
import { siteTitle } from './about.ts';
import { groups } from './sidebar.ts';

/** One page's card: its file name and the picture to be. */
function startCard(address: string, title: string): { file: string; png: Promise<Uint8Array> } {
  const section = groups.find(({ addresses }) => addresses.includes(address))?.label ?? '';
  return { file: `${cardName(address)}.png`, png: toPng(cardSvg(siteTitle, title, section), 1200) };
}

/** Makes the picture that a link preview shows, one for each page. No route, since a build waits for each route in turn: these are made beside it. */
export function cards(): AstroIntegration {
  let drawn: ReturnType<typeof startCard>[] = [];
  return {
    name: 'cards',
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
