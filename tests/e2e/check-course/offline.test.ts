import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { offlineFiles } from '#features/offline/copy.ts';
import { forms } from '../../support/course-files.ts';

const folder = path.resolve('test-results/offline-check');

test.beforeAll(async () => {
  test.setTimeout(300_000);
  rmSync(folder, { recursive: true, force: true });
  for (const [name, body] of await offlineFiles('dist')) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), body);
  }
});

test('from a disk, without a server and a network, all forms are read', async ({ page }) => {
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on(
    'request',
    (request) => !request.url().startsWith('file:') && !request.url().startsWith('data:') && faults.push(request.url()),
  );
  await page.goto(pathToFileURL(path.join(folder, 'teach/check/index.html')).href);
  const files = Object.entries(forms()).map(([name, body]) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(body),
  }));
  await page.locator('[data-check-files]').setInputFiles(files);
  await expect(page.locator('[data-check-sum]')).toHaveText(/^429 links · 104 unknown/, { timeout: 60_000 });
  await expect(page.locator('[data-check-notes] li')).toHaveCount(0);
  expect(faults).toEqual([]);
});
