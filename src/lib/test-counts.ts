/** How many tests passed and how many did not. */
export interface Count {
  passed: number;
  failed: number;
}

/** The counts in a JSON report of Vitest. */
export function countVitest(report: string): Count {
  const { numPassedTests, numFailedTests } = JSON.parse(report) as { numPassedTests: number; numFailedTests: number };
  return { passed: numPassedTests, failed: numFailedTests };
}

/** The counts in a JSON report of Playwright; a test that passed only when tried again counts as failed. */
export function countPlaywright(report: string): Count {
  const { stats } = JSON.parse(report) as { stats: { expected: number; unexpected: number; flaky: number } };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}
