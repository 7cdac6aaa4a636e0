import { defineConfig } from '@playwright/test';
import { engineNames, type EngineName } from '../tools/browsers/engines.ts';

/** What an engine is not asked. */
const leftOut: Record<EngineName, readonly string[]> = {
  // The labs are done in it by tests/e2e, at two widths.
  chromium: ['labs.test.ts'],
  firefox: [],
  // It has no forced colours, and its library prints a page as it is served and not as a test has changed it. The labs were never tried in it.
  webkit: ['forced-colours.test.ts', 'paper-told.test.ts', 'labs.test.ts'],
};

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
  projects: engineNames.map((name) => ({ name, testIgnore: [...leftOut[name]] })),
});
