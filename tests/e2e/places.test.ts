import { listEntries } from '#model/entries.ts';
import { test as plain } from '@playwright/test';
import { expect, test } from '../support/test.ts';

const contexts = listEntries('contexts');
const traits = listEntries('traits');
const address = '/traits/isolation/';

test('every trait page has every place, and shows the one that is chosen', { tag: '@long' }, async ({ page }) => {
  test.setTimeout(180_000);
  for (const { id, page: path, name, mark } of traits) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 2, name: `${name} where your container runs` })).toBeVisible();
    for (const context of contexts) {
      await page.getByRole('radio', { name: context.name }).check();
      await expect(page.locator('.scene:visible')).toHaveCount(1);
      const scene = page.locator(`.scene:has(#runs-on-${context.id})`);
      await expect(scene).toBeVisible();
      // What decides this trait in this place is ringed, and says what it does.
      const { marks } = context.traits.find(({ trait }) => trait === id)!;
      const ringed = scene.locator('.marked').filter({ hasText: mark });
      await expect(ringed, `${id} on ${context.id}`).toHaveCount(marks.length);
      for (const part of marks) await expect(ringed.filter({ hasText: part }).first()).toBeVisible();
      await expect(scene.locator('.cite').first(), `${id} on ${context.id} has a source`).toBeVisible();
    }
  }
});

test('the choice is made with the keyboard alone, and is kept on the next page', async ({ page }) => {
  await page.goto(address);
  await page.getByRole('radio', { name: 'Linux server' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'WSL 2' })).toBeFocused();
  await expect(page.locator('#runs-on-wsl-2')).toBeVisible();
  await expect(page.locator('#runs-on-linux-server')).toBeHidden();
  await page.goto('/traits/networking/');
  await expect(page.getByRole('radio', { name: 'WSL 2' })).toBeChecked();
  await expect(page.locator('#runs-on-wsl-2')).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('radio', { name: 'WSL 2' })).toBeChecked();
});

test('the home page asks whose kernel answers, and opens with a place that surprises', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Your container runs here: whose kernel answers?' })).toBeVisible();
  await expect(page.getByRole('radio', { name: contexts.find(({ opensHome }) => opensHome)!.name })).toBeChecked();
  await expect(page.locator('.scene:visible .marked')).toHaveText(/Linux kernel\s+answers/);
});

// Starlight's own script for the theme fails there, so that this page may log an error.
plain('where the browser keeps nothing, a choice works all the same', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    }),
  );
  await page.goto(address);
  await page.getByRole('radio', { name: 'Mac' }).check();
  await expect(page.locator('#runs-on-mac')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Linux server' })).toBeChecked();
});

test('what was kept and is no longer a place is passed over', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('place', 'a"]b'));
  await page.goto(address);
  await expect(page.getByRole('radio', { name: 'Linux server' })).toBeChecked();
});

test('a link to a place shows it', async ({ page }) => {
  await page.goto(`${address}#runs-on-kata-pod`);
  await expect(page.locator('#runs-on-kata-pod')).toBeInViewport();
});

test('the drawing that appears moves nothing', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('place', 'mac'));
  await page.goto(address);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const main = document.querySelector('main')!;
        type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries() as Shift[])
            if (sources.some(({ node }) => main.contains(node))) sum += value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 500);
      }),
  );
  expect(shift).toBe(0);
});

test('on paper all places stand, headed, and there is nothing to choose', async ({ page }) => {
  await page.goto(address);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.scene:visible')).toHaveCount(contexts.length);
  await expect(page.locator('.places')).toBeHidden();
});

test('the words of a place fit its boxes at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await page.goto(address);
  for (const { name } of contexts) {
    await page.getByRole('radio', { name }).check();
    const wide = await page
      .locator('.box:visible')
      .evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.textContent));
    expect(wide, name).toEqual([]);
  }
});

test('no box of a place covers another or leaves its drawing, on a page with and one without contents', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const one of ['/', address]) {
    await page.goto(one);
    for (const { name } of contexts) {
      await page.getByRole('radio', { name }).check();
      const wrong = await page.locator('.scene:visible figure').evaluate((figure) => {
        const own = figure.getBoundingClientRect();
        const boxes = [...figure.querySelectorAll('.box')].map((box) => box.getBoundingClientRect());
        const out = boxes.filter(({ left, right }) => left < own.left - 1 || right > own.right + 1).length;
        const over = boxes.filter((a, index) =>
          boxes.some(
            (b, other) =>
              other > index &&
              a.left < b.right - 1 &&
              b.left < a.right - 1 &&
              a.top < b.bottom - 1 &&
              b.top < a.bottom - 1,
          ),
        ).length;
        return { out, over };
      });
      expect(wrong, `${name} on ${one}`).toEqual({ out: 0, over: 0 });
    }
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a choice shows its place', async ({ page }) => {
    await page.goto(address);
    await page.getByRole('radio', { name: 'Windows server' }).check();
    await expect(page.locator('#runs-on-windows-server')).toBeVisible();
    await expect(page.locator('.scene:visible')).toHaveCount(1);
  });
});
