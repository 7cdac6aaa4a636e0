/** How many tests passed and how many did not. */
export interface Count {
  passed: number;
  failed: number;
  /** How many of those that passed did so only when tried again. */
  flaky: number;
}

/** The counts in a JSON report of Vitest. */
export function countVitest(report: string): Count {
  const { numPassedTests, numFailedTests } = JSON.parse(report) as { numPassedTests: number; numFailedTests: number };
  return { passed: numPassedTests, failed: numFailedTests, flaky: 0 };
}

/** The counts in a JSON report of Playwright; a test that passed only when tried again is counted, and told. */
export function countPlaywright(report: string): Count {
  const { stats } = JSON.parse(report) as { stats: { expected: number; unexpected: number; flaky: number } };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, flaky: stats.flaky };
}
