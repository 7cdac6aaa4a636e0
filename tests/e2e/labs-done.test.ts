import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { t } from '#model/i18n.ts';
import { labHeadings } from '#model/lab-files.ts';
import { findShell, launchArguments } from '#shared/browser.ts';
import { doLab } from '../support/lab-keys.ts';
import { dock, keys, state, status } from '../support/lab-page.ts';
import { expect, test } from '../support/test.ts';

const executablePath = findShell();
// V8 compiles what a VM runs twice: at once, and in the background to run faster. The second takes half of the processor time of these tests and makes
// none of them faster. The other tests of labs, the engines and the bench have it.
const args = [...launchArguments, '--js-flags=--liftoff-only'];
test.use({ launchOptions: { args, ...(executablePath ? { executablePath } : {}) } });

/** What axe finds wrong, a line each. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

// In a window of a phone here, and in one of a laptop in Firefox (`tests/engines/labs.test.ts`): a lab takes half a minute.
for (const [id, headings] of labHeadings('.'))
  test(
    `${id} is done to its end by keyboard alone on a phone, in a VM that obeys the policy of the page`,
    { tag: '@long' },
    async ({ page }) => {
      // A busy machine emulates slowly.
      test.setTimeout(420_000);
      await page.setViewportSize({ width: 360, height: 740 });
      const violations: string[] = [];
      await page.exposeFunction('violated', (what: string) => violations.push(what));
      await page.addInitScript(() =>
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          (window as unknown as { violated: (what: string) => void }).violated(`${violatedDirective} ${blockedURI}`),
        ),
      );
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`/labs/${id}/`);
      await expect(state(page)).toHaveAttribute('data-lab-state', 'idle');
      expect(asked.filter((url) => /panel|worker|wasm|\.bin|\.zst/.test(url))).toEqual([]);
      expect(
        await doLab(
          keys(page),
          headings.map((step) => step.id),
          120,
        ),
      ).toEqual([]);
      await expect(status(page)).toHaveText(t('labs.allDone'));
      expect(violations).toEqual([]);
      // Nothing is kept, since nobody asked for it.
      expect(await page.evaluate((lab) => localStorage.getItem(`lab:${lab}`), id)).toBeNull();
      // Where the picture stands beside the terminal, with all marks that the lab makes.
      await page.setViewportSize({ width: 1280, height: 800 });
      await expect(dock(page).getByRole('figure', { name: t('labs.picture') })).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await findings(page)).toEqual([]);
    },
  );
