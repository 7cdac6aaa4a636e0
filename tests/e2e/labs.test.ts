import type { Page } from '@playwright/test';
import { t } from '#model/i18n.ts';
import { labHeadings } from '#model/lab-files.ts';
import { doStep } from '../support/lab-keys.ts';
import { dock, keys, state, status } from '../support/lab-page.ts';
import { expect, test } from '../support/test.ts';

const lab = 'whose-kernel';
const address = `/labs/${lab}/`;
const steps = labHeadings('.')
  .get(lab)!
  .map(({ id }) => id);
// A VM takes seconds where a page takes none, and other work may run beside it.
const patience = { timeout: 40_000 };

const step = (page: Page, id: string) => page.locator(`[data-step="${id}"]`);
const tool = (page: Page, key: 'labs.keep' | 'labs.goBack' | 'labs.startOver') =>
  dock(page).getByRole('button', { name: t(key), exact: true });
const terminal = (page: Page, vm = 'vm1') => page.getByRole('textbox', { name: t('labs.terminal', { vm }) });

async function start(page: Page): Promise<void> {
  await page.goto(address);
  await page.locator('[data-lab-start]').press('Enter');
}

/** Answers what a step asks, and runs it. */
const run = (page: Page, id: string) => doStep(keys(page), id, patience.timeout / 1000);

test(
  'a VM that its reader crashes is taken back to what was saved, and the terminal is left by keyboard',
  { tag: '@long' },
  async ({ page }) => {
    await start(page);
    await expect(state(page)).toHaveAttribute('data-lab-state', 'ready', patience);
    await run(page, steps[0]!);
    await tool(page, 'labs.keep').click();
    await expect(status(page)).toHaveText(t('labs.keptAt', { number: 1 }), patience);
    // A command of the reader's own does the step whose question it answers.
    await terminal(page).focus();
    await page.keyboard.type('cat /proc/sys/kernel/random/boot_id\n');
    await expect(step(page, steps[1]!)).toHaveAttribute('data-step-state', 'done', patience);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(step(page, steps[2]!).locator('.lab-run')).toBeFocused();
    await terminal(page).focus();
    await page.keyboard.type('echo c > /proc/sysrq-trigger\n');
    await expect(status(page)).toHaveText(t('labs.reason.panic'), patience);
    await expect(dock(page).locator('.lab-vm')).toHaveAttribute('data-mark', 'panic');
    await tool(page, 'labs.goBack').click();
    await expect(status(page)).toHaveText(t('labs.wentBack', { number: 1 }), patience);
    await expect(dock(page).locator('.lab-vm')).toHaveAttribute('data-mark', 'plain');
    await step(page, steps[1]!).locator('.lab-run').click();
    await expect(step(page, steps[1]!)).toHaveAttribute('data-step-state', 'done', patience);
    // What breaks a step is told, and the lab goes on from a fresh VM.
    await terminal(page).focus();
    await page.keyboard.type('alias unshare=false\n');
    // The step is refused as long as that command runs.
    await expect(async () => {
      await step(page, steps[2]!).locator('.lab-run').press('Enter');
      await expect(step(page, steps[2]!).locator('.lab-message')).toContainText(t('labs.help.replay'));
    }).toPass(patience);
    await step(page, steps[2]!)
      .getByRole('button', { name: t('labs.help.replay') })
      .click();
    await expect(status(page)).toHaveText(t('labs.next', { number: 2, total: steps.length }), patience);
    await run(page, steps[2]!);
  },
);

test('Escape is the editor’s, and nobody’s if Tab follows at once', async ({ page }) => {
  const typed: string[] = [];
  await page.exposeFunction('written', (text: string) => typed.push(text));
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: { write?: string }) {
      if (message.write !== undefined)
        (window as unknown as { written: (text: string) => void }).written(message.write);
      post.call(this, message);
    } as typeof post;
  });
  await start(page);
  await expect(state(page)).toHaveAttribute('data-lab-state', 'ready', patience);
  const screen = dock(page).locator('.lab-screen');
  await terminal(page).focus();
  await page.keyboard.type('vi /tmp/note\n');
  await expect(screen).toContainText('- /tmp/note', patience);
  await page.keyboard.type('ihost');
  await page.keyboard.press('Escape');
  // The editor takes an Escape for the start of a key's sequence as long as more comes in the next moment.
  await page.waitForTimeout(2_000);
  await page.keyboard.type(':wq\n');
  await expect(screen).toContainText('vm1:~#', patience);
  expect(typed).toContain('\u001b');
  typed.length = 0;
  // A shell that had read the Escape would make a sequence of the keys after it, and lose the line.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await terminal(page).focus();
  await page.keyboard.type('sed s/h/gh/ /tmp/note\n');
  await expect(screen).toContainText('ghost', patience);
  expect(typed.join('')).toBe('sed s/h/gh/ /tmp/note\r');
});

test('ticks stay in the browser only if the reader wishes', { tag: '@long' }, async ({ page }) => {
  await start(page);
  await expect(state(page)).toHaveAttribute('data-lab-state', 'ready', patience);
  await page.getByRole('checkbox', { name: t('labs.remember') }).check();
  await run(page, steps[0]!);
  await page.reload();
  await expect(step(page, steps[0]!).getByRole('heading')).toContainText(t('labs.doneBefore'));
  await expect(step(page, steps[1]!).getByRole('heading')).not.toContainText(t('labs.doneBefore'));
});

test.describe('In a frame', () => {
  // The page around the frame has no icon, which the browser reports on its console.
  test.use({ page: async ({ context }, use) => use(await context.newPage()) });

  test('a lab alone in a frame starts when it is asked to, and not before', { tag: '@long' }, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('/robots.txt');
    await page.setContent(`<iframe src="/embed/labs/${lab}/" width="640" height="700" title="x"></iframe>`);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('[data-lab-start]')).toBeVisible();
    expect(asked.filter((url) => /panel|worker|wasm|\.bin|\.zst/.test(url))).toEqual([]);
    await frame.locator('[data-lab-start]').click();
    await expect(frame.locator('[data-lab]')).toHaveAttribute('data-lab-state', 'ready', patience);
  });
});

test.describe('What fails is told, and the recording stays', () => {
  // The browser reports on its console what is refused here on purpose.
  test.use({ page: async ({ context }, use) => use(await context.newPage()) });

  test('a download that breaks off, and the second try', { tag: '@long' }, async ({ page }) => {
    await page.route('**/*.zst', (route) => route.abort());
    await start(page);
    await expect(status(page)).toContainText('could not be downloaded', patience);
    await expect(state(page)).toHaveAttribute('data-lab-state', 'failed');
    await expect(step(page, steps[0]!).locator('.lab-out')).toBeVisible();
    await page.unroute('**/*.zst');
    await dock(page)
      .getByRole('button', { name: t('labs.help.startOver'), exact: true })
      .first()
      .click();
    await expect(state(page)).toHaveAttribute('data-lab-state', 'ready', patience);
  });

  test('a file that ends early', { tag: '@long' }, async ({ page }) => {
    await page.route('**/*.zst', (route) => route.fulfill({ body: Buffer.alloc(1_000_000) }));
    await start(page);
    await expect(status(page)).toContainText('of 2.8 MB', patience);
    await expect(state(page)).toHaveAttribute('data-lab-state', 'failed');
  });

  const lacking = {
    'a browser without WebAssembly': ['delete globalThis.WebAssembly', t('labs.reason.no-webassembly')],
    'a tab that may not have the memory of a VM': [
      'WebAssembly.Memory = class { constructor() { throw new RangeError("could not allocate memory"); } }',
      t('labs.reason.no-memory'),
    ],
  } as const;
  for (const [what, [change, words]] of Object.entries(lacking))
    test(what, async ({ page }) => {
      await page.route('**/worker-*.js', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: `${change};${await response.text()}` });
      });
      const downloads: string[] = [];
      page.on('request', (request) => request.url().endsWith('.zst') && downloads.push(request.url()));
      await start(page);
      await expect(status(page)).toHaveText(words, patience);
      expect(downloads).toEqual([]);
      await expect(step(page, steps[0]!).locator('.lab-out')).toBeVisible();
    });

  test('a worker that is killed, and the VM that is started after it', { tag: '@long' }, async ({ page }) => {
    await page.addInitScript(() => {
      const Native = Worker;
      window.Worker = class extends Native {
        constructor(...args: ConstructorParameters<typeof Native>) {
          super(...args);
          (window as unknown as { kill: () => void }).kill = () => {
            this.terminate();
            this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
          };
        }
      };
    });
    await start(page);
    await expect(state(page)).toHaveAttribute('data-lab-state', 'ready', patience);
    await page.evaluate(() => (window as unknown as { kill: () => void }).kill());
    await expect(status(page)).toHaveText(t('labs.reason.emulator-failed'));
    await expect(state(page)).toHaveAttribute('data-lab-state', 'failed');
    await expect(step(page, steps[0]!).locator('.lab-out')).toBeVisible();
    await dock(page)
      .getByRole('button', { name: t('labs.help.startOver'), exact: true })
      .first()
      .click();
    await expect(state(page)).toHaveAttribute('data-lab-state', 'ready', patience);
    await run(page, steps[0]!);
  });

  test('a step that prints nothing for 20 seconds, and the key that ends it', { tag: '@long' }, async ({ page }) => {
    test.setTimeout(180_000);
    await start(page);
    await expect(state(page)).toHaveAttribute('data-lab-state', 'ready', patience);
    await terminal(page).focus();
    await page.keyboard.type("alias uname='sleep 1000;:'\n");
    // The step is refused as long as that command runs.
    const message = step(page, steps[0]!).locator('.lab-message');
    await expect(async () => {
      await step(page, steps[0]!).locator('.lab-run').press('Enter');
      await expect(message).toContainText(t('labs.reason.quiet', { seconds: 20 }), { timeout: 30_000 });
    }).toPass({ timeout: 90_000 });
    await message.getByRole('button', { name: t('labs.help.interrupt') }).click();
    await terminal(page).focus();
    await page.keyboard.type('unalias uname\n');
    await expect(dock(page).locator('.lab-screen')).toContainText('unalias uname');
    await expect(async () => {
      await step(page, steps[0]!).locator('.lab-run').press('Enter');
      await expect(step(page, steps[0]!)).toHaveAttribute('data-step-state', 'done');
    }).toPass(patience);
  });

  test('a script that does not arrive', { tag: '@long' }, async ({ page }) => {
    await page.route('**/panel*.js', (route) => route.abort());
    await start(page);
    await expect(page.locator('[data-lab-offer]').getByRole('status')).toHaveText(t('labs.notLoaded'));
    await page.unroute('**/panel*.js');
  });
});

test('without a script the whole lab is there to be read', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const page = await context.newPage();
  await page.goto(address);
  await expect(page.locator('[data-lab-start]')).toBeHidden();
  await expect(page.locator('.lab noscript > p')).toBeVisible();
  await expect(page.locator('[data-lab-steps] > li')).toHaveCount(steps.length);
  await page.getByText(t('labs.outcome')).first().click();
  await expect(page.locator('.lab-outcome .lab-saw').first()).toBeVisible();
  await context.close();
});
