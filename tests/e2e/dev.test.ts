import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { copyProject } from '../../tools/project-copy.ts';

/** Starts the development server of a copy, and gives its address once it answers. */
async function startDev(root: string): Promise<{ address: string; server: ChildProcess }> {
  const server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', '--port', '0'], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (data: Buffer) => {
        said += data.toString();
        const found = /http:\/\/localhost:\d+/.exec(said)?.[0];
        if (found) resolve(found);
      });
    server.on('exit', () => reject(new Error(said)));
  });
  return { address, server };
}

/** Text in the overlay of the page, which stands in a shadow tree that Playwright looks into. */
const overlay = (page: Page) => page.locator('vite-error-overlay');

test(
  'a mistake shows in the overlay with the author’s file and line, and goes when it is fixed',
  { tag: '@long' },
  async ({ page }) => {
    // It waits for reloads and a restart, which a busy machine draws out.
    test.setTimeout(600_000);
    const root = copyProject(process.cwd(), 'linked', tmpdir());
    const { address, server } = await startDev(root);
    /** Changes a file and gives the way back. */
    const change = (file: string, from: string | RegExp, to: string) => {
      const full = path.join(root, file);
      const before = readFileSync(full, 'utf8');
      expect(before, file).toMatch(from);
      writeFileSync(full, before.replace(from, to));
      return () => writeFileSync(full, before);
    };
    /** Adds a paragraph to the end of a page, and gives its line and the way back. */
    const append = (file: string, paragraph: string) => {
      const full = path.join(root, file);
      const before = readFileSync(full, 'utf8');
      writeFileSync(full, `${before}\n${paragraph}\n`);
      return { line: before.split('\n').length + 1, fix: () => writeFileSync(full, before) };
    };
    const patient = { timeout: 60_000 };
    /** Opens a page. The one before may be about to load itself again, which would end the visit that is asked for. */
    const visit = async (route: string) => {
      await page.goto('about:blank');
      await page.goto(`${address}${route}`, { timeout: 120_000 });
    };
    try {
      await visit('/traits/isolation/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Isolation');
      await expect(overlay(page)).toHaveCount(0);

      await test.step('a mistake on the page', async () => {
        // A line of the test's own: which terms the page links is its authors' to change.
        const file = 'content/docs/traits/isolation.mdx';
        const { line, fix } = append(file, '<Term id="hypervisr">hypervisor</Term>');
        await expect(overlay(page)).toContainText(`${file}:${line}  unknown Term id "hypervisr"`, patient);
        await expect(overlay(page)).toContainText('The nearest known ids are hypervisor', patient);
        await expect(overlay(page)).toContainText(`traits/isolation.mdx:${line}`, patient);
        fix();
        await expect(overlay(page)).toHaveCount(0, patient);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Isolation', patient);
      });

      await test.step('a mistake in another page and in data shows too', async () => {
        const fix = change('content/docs/traits/portability.mdx', '](/', '](../');
        await expect(overlay(page)).toContainText('is relative', patient);
        fix();
        await expect(overlay(page)).toHaveCount(0, patient);
      });

      await test.step('data and drawings reload without a restart', async () => {
        await visit('/traits/');
        // Whether the sentence is quoted is its author's to change, and longer it must not get.
        change('content/data/traits.yml', /sentence: (['"]?)[\w ]{20}/, 'sentence: $1Freshly written. ');
        await expect(page.getByText('Freshly written.').first()).toBeVisible(patient);
        await visit('/traits/isolation/');
        const drawing = 'content/diagrams/escape-paths.svg';
        const back = change(drawing, '</title>', ' anew</title>');
        await expect(page.locator('[data-diagram=escape-paths]')).toContainText('anew', patient);
        back();
      });

      await test.step('the navigation reloads without a restart by hand', async () => {
        change('content/data/navigation.yml', 'label: Traits', 'label: Seven traits');
        // A request in the middle of the restart may fail, as that of any reader would.
        await expect(async () => {
          await visit('/traits/isolation/');
          await expect(page.locator('nav.sidebar')).toContainText('Seven traits');
        }).toPass({ timeout: 180_000 });
      });
    } finally {
      server.kill();
      rmSync(root, { recursive: true, force: true });
    }
  },
);
