import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { leastPoints, readDiagram, slideSize } from '#features/diagrams/index.ts';
import { pictureBox, slideInches, type Box } from '#features/courseware/deck/layout.ts';
import { siteDecks } from '#features/courseware/deck/site-decks.ts';
import { plainText } from '#shared/inline-markdown.ts';
import { drawingOnScreen } from '../support/words-on-screen.ts';

/** How long a busy machine may take for what another host serves, ms. */
const patience = 30_000;

/** The address that the site was built for. */
const site = 'https://containers-vs-vms.example/';

/** A host of slides, which serves reveal.js as npm has it. */
const host = 'http://slides.example/';

/** Pages of that host, and what they name of the site by the address that it was built for. */
async function serveSlides(page: Page, slides: string, theme: string, baseURL: string): Promise<void> {
  const head = ['reveal.css', `theme/${theme}.css`].map((file) => `<link rel="stylesheet" href="/${file}">`).join('');
  const deck = `<!doctype html><html><head>${head}</head><body><div class="reveal"><div class="slides">${slides}</div></div>
    <script src="/reveal.js"></script><script src="/plugin/markdown.js"></script>
    <script>Reveal.initialize({ plugins: [RevealMarkdown], transition: 'none', backgroundTransition: 'none' })</script></body></html>`;
  await page.route(`${site}**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: new URL(pathname.slice(1), baseURL).href }) });
  });
  await page.route(`${host}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: deck });
    const [own, built] = [path.join('node_modules/reveal.js/dist', pathname), path.join('dist', pathname)];
    return route.fulfill({ path: existsSync(own) ? own : built });
  });
  await page.setViewportSize({ width: slideSize[0], height: slideSize[1] });
  await page.goto(host);
  await page.waitForFunction(() => (window as unknown as { Reveal?: { isReady(): boolean } }).Reveal?.isReady());
}

const showSlide = (page: Page, index: number) =>
  page.evaluate((at) => (window as unknown as { Reveal: { slide(at: number): void } }).Reveal.slide(at), index);

/** Contrast of an element's words with white, by WCAG 2. */
const onWhite = (element: Locator) =>
  element.evaluate((one) => {
    const [red = 0, green = 0, blue = 0] = getComputedStyle(one)
      .color.match(/[\d.]+/g)!
      .map((value) =>
        Number(value) / 255 <= 0.04045 ? Number(value) / 3294.6 : ((Number(value) / 255 + 0.055) / 1.055) ** 2.4,
      );
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
  });

/** Where the picture of a slide stands on a screen of 16 by 9, px. */
function pictureOnScreen(diagram: string): Box {
  const { x, y, w, h } = pictureBox(readDiagram(diagram).slide);
  const pixels = slideSize[1] / slideInches.height;
  return { x: x * pixels, y: y * pixels, w: w * pixels, h: h * pixels };
}

/** The slide that the page for instructors tells people to paste, for some diagrams. */
function pasted(diagrams: readonly string[]): string {
  const text = readFileSync('content/docs/teach/index.mdx', 'utf8');
  const [slide] = /<section data-background-iframe="[^"]+"><\/section>/.exec(text)!;
  return diagrams
    .map((id) => slide.replace('https://THIS-SITE/', site).replace('containers-beside-vms', id))
    .join('\n');
}

/** Size of the smallest words of the diagram in a frame, in points of the slide that fills the screen. */
async function smallestPoints(shown: Locator, id: string): Promise<number> {
  await expect(shown).toBeVisible();
  const frame = (await (await shown.elementHandle())!.contentFrame())!;
  await expect(frame.locator(`[data-diagram="${id}"]`)).toBeVisible({ timeout: patience });
  const scale = (await shown.boundingBox())!.width / (await frame.evaluate(() => innerWidth));
  return ((await drawingOnScreen(frame)).words * scale) / 2;
}

test(
  'a frame inside a slide of reveal.js, as wide as the slide, is found too small',
  { tag: '@long' },
  async ({ page, baseURL }) => {
    const id = 'containers-beside-vms';
    const slide = `<section><iframe src="${site}embed/${id}/" width="960" height="600"></iframe></section>`;
    await serveSlides(page, slide, 'black', baseURL!);
    expect(await smallestPoints(page.locator('.slides iframe'), id)).toBeLessThan(leastPoints);
  },
);

test(
  'frames in slides of reveal.js show words that the last row reads, as the page for instructors pastes them',
  { tag: '@long' },
  async ({ page, baseURL }, info) => {
    const diagrams = ['containers-beside-vms', 'one-read', 'docker-chain', 'memory-growth'];
    await serveSlides(page, pasted(diagrams), 'black', baseURL!);
    for (const [index, id] of diagrams.entries()) {
      await showSlide(page, index);
      const points = await smallestPoints(page.locator('.slide-background.present iframe'), id);
      expect(points, `points of the smallest words of ${id}`).toBeGreaterThanOrEqual(leastPoints);
      await page.screenshot({ path: info.outputPath(`${id}.png`) });
    }
  },
);

for (const theme of ['black', 'league', 'solarized'])
  test(
    `a deck for reveal.js has dark words on white in the theme ${theme}, clear of its pictures`,
    { tag: '@long' },
    async ({ page, baseURL }, info) => {
      const section = '<section data-markdown="/deck/networking-reveal.md"></section>';
      await serveSlides(page, section, theme, baseURL!);
      const deck = siteDecks().find(({ id }) => id === 'networking')!;
      const slides = page.locator('.slides > section');
      await expect(slides).toHaveCount(deck.slides.length + 2, { timeout: patience });
      for (const index of deck.slides.keys()) {
        await showSlide(page, index + 1);
        const heading = page.locator('.slides > section.present h2');
        await expect(heading).toHaveText(plainText(deck.slides[index]!.says));
        expect(await onWhite(heading), 'contrast of the sentence').toBeGreaterThan(4.5);
        await expect(page.locator('.slide-background.present')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
        const says = (await heading.boundingBox())!;
        const picture = pictureOnScreen(deck.slides[index]!.diagram);
        const clear = says.x + says.width <= picture.x || says.y + says.height <= picture.y;
        expect(clear, `the sentence of slide ${index + 1} is clear of its picture`).toBe(true);
        await page.screenshot({ path: info.outputPath(`${index + 1}.png`) });
      }
    },
  );
