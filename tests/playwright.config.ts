import { defineConfig } from '@playwright/test';
import { findShell, launchArguments } from '#shared/browser.ts';

const port = Number(process.env.PORT ?? 4329);
const executablePath = findShell();

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results/e2e',
  snapshotPathTemplate: '{testDir}/../fixtures/screen-reader/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  // A busy machine can stop a browser for seconds: the limit ends what hangs, and what passes only the second time is named as such.
  timeout: 90_000,
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.REPORT ? [['dot'], ['json', { outputFile: `../${process.env.REPORT}` }]] : [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    launchOptions: { args: launchArguments, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: `node tools/serve.ts`,
    cwd: new URL('..', import.meta.url).pathname,
    env: { PORT: String(port), BASE: '/' },
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
