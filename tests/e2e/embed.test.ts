import { expect, test } from '@playwright/test';
import { asFrame } from '#features/share/formats.ts';
import { diagramIds } from '#model/diagram-files.ts';
import { readDiagram } from '#features/diagrams/read.ts';
import { readHeaders } from '#features/security/index.ts';

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
