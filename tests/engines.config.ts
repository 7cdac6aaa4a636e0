import { defineConfig } from '@playwright/test';
import { engineNames } from '../tools/browsers/engines.ts';

// The same tests in three engines. Playwright only runs them: its own browsers are not Firefox and Safari as readers have them.
export default defineConfig({
  testDir: './engines',
  outputDir: '../test-results/engines',
  globalSetup: './engines/support/setup.ts',
  workers: 2,
  timeout: 300_000,
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.REPORT ? [['list'], ['json', { outputFile: `../${process.env.REPORT}` }]] : [['list']],
  // WebKit has no forced colours, and its library prints a page as it is served and not as a test has changed it.
  projects: engineNames.map((name) => ({
    name,
    ...(name === 'webkit' ? { testIgnore: ['forced-colours.test.ts', 'paper-told.test.ts'] } : {}),
  })),
});
