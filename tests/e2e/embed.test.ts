import { expect, test } from '@playwright/test';
import { asFrame } from '#features/share/formats.ts';
import { diagramIds } from '#model/diagram-files.ts';
import { leastPoints, readPalette, slideSize } from '#features/diagrams/index.ts';
import { readDiagram } from '#features/diagrams/read.ts';
import { readHeaders } from '#features/security/index.ts';
import { drawingOnScreen } from '../support/words-on-screen.ts';

/** A colour of the palette as browsers give it back. */
const rgb = (hex: string) => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;

const sandboxes = [undefined, 'allow-scripts', ''];

for (const width of [320, 640, 1200]) {
  for (const sandbox of sandboxes) {
    test(`an embedded diagram fits a frame ${width} pixels wide, sandbox ${sandbox ?? 'none'}`, async ({
      page,
      baseURL,
    }) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto('/robots.txt');
      await page.setContent(
        `<iframe ${sandbox === undefined ? '' : `sandbox="${sandbox}"`} src="${baseURL}embed/stack-containers/" width="${width}" height="300" title="x"></iframe>
        <script>window.heights=[];addEventListener('message',({data})=>data.subject==='lti.frameResize'&&heights.push(data.height))</script>`,
      );
      const frame = page.frameLocator('iframe');
      await expect(frame.getByRole('img', { name: 'Three containers on one kernel' })).toBeVisible();
      await expect(frame.getByRole('link', { name: 'CC BY 4.0' })).toBeVisible();
      if (sandbox !== '')
        await expect
          .poll(() => page.evaluate(() => (window as unknown as { heights: number[] }).heights.at(-1) ?? 0))
          .toBeGreaterThan(150);
      expect(faults).toEqual([]);
    });
  }
}

test(
  'the frame that the menu copies shows each drawing whole, on a phone and on a desk',
  { tag: '@long' },
  async ({ page }) => {
    for (const id of diagramIds('.')) {
      const { title, caption, svg } = readDiagram(id);
      const drawing = Number(/height="(\d+)"/.exec(svg)![1]);
      const height = Number(/height="(\d+)"/.exec(asFrame({ url: '', title, drawing, caption }))![1]);
      await page.goto(`/embed/${id}/`);
      for (const width of [328, 720]) {
        await page.setViewportSize({ width, height });
        const needed = await page.evaluate(() => document.documentElement.scrollHeight);
        expect(needed, `${id} at ${width} px`).toBeLessThanOrEqual(height);
      }
    }
  },
);

/** On a screen of 1080 lines, 7.5 inches of a slide, a point is two pixels. */
const leastWords = leastPoints * 2;
const screen = { width: slideSize[0], height: slideSize[1] };

test(
  'on a projector each diagram fills the height or the width of its frame, and its words are large enough for the last row',
  { tag: '@long' },
  async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize(screen);
    for (const id of diagramIds('.')) {
      await page.goto(`/embed/${id}/`);
      const { words, fills } = await drawingOnScreen(page.mainFrame());
      expect(words, `smallest words of ${id}`).toBeGreaterThanOrEqual(leastWords);
      expect(fills, `part of the frame that ${id} fills`).toBeGreaterThan(0.9);
      const below = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      expect(below, `what the frame of ${id} hides`).toBe(0);
      await expect(page.getByRole('link', { name: 'CC BY 4.0' })).toBeInViewport({ ratio: 1 });
    }
  },
);

test('a frame whose words take room from the drawing is found too small', async ({ page }) => {
  await page.setViewportSize(screen);
  await page.goto('/embed/one-read/');
  expect((await drawingOnScreen(page.mainFrame())).words).toBeGreaterThanOrEqual(leastWords);
  await page.addStyleTag({ content: 'body { padding-bottom: 150px }' });
  const { words, fills } = await drawingOnScreen(page.mainFrame());
  expect(words).toBeLessThan(leastWords);
  expect(fills).toBeLessThan(0.9);
});

const palette = readPalette();
const clear = 'rgba(0, 0, 0, 0)';
for (const [theme, colours, ground] of [
  ['light', palette.light, undefined],
  ['dark', palette.dark, undefined],
  ['transparent', palette.light, clear],
  ['dark-transparent', palette.dark, clear],
] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`a frame of the theme ${theme} has its ground and ink where the system is ${colorScheme}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`/embed/stack-vms/?theme=${theme}`);
      const [paper, ink] = [rgb(colours.get('--dg-page')!), rgb(colours.get('--dg-text')!)];
      await expect(page.locator('html')).toHaveCSS('background-color', ground ?? paper);
      await expect(page.locator('figcaption')).toHaveCSS('color', ink);
      await expect(page.locator('svg text', { hasText: 'Hardware' })).toHaveCSS('fill', ink);
    });

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, colorScheme: 'dark' });
  test('a frame follows the system, whatever its address asks for', async ({ page }) => {
    await page.goto('/embed/stack-vms/?theme=light');
    await expect(page.locator('html')).toHaveCSS('background-color', rgb(palette.dark.get('--dg-page')!));
  });
});

test('a course on another host may frame a diagram, with the headers that hosts send', async ({ page, baseURL }) => {
  const headers = Object.fromEntries(readHeaders('dist').headers);
  await page.route('**/embed/**', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
  });
  const course = `<iframe src="${baseURL}embed/stack-containers/" width="640" height="300" title="x"></iframe>`;
  await page.route('http://course.example/**', (route) => route.fulfill({ contentType: 'text/html', body: course }));
  await page.goto('http://course.example/');
  await expect(page.frameLocator('iframe').getByRole('link', { name: 'CC BY 4.0' })).toBeVisible();
});
