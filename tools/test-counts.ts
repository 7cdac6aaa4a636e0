/** How many tests passed and how many did not. */
export interface Count {
  passed: number;
  failed: number;
  /** How many of those that passed did so only when tried again. */
  flaky: number;
  /** How many were not run, since the machine lacks what they need. */
  skipped: number;
}

/** The counts where nothing was tested. */
export const noTests: Count = { passed: 0, failed: 0, flaky: 0, skipped: 0 };

/** Two counts together. */
export const sum = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  flaky: a.flaky + b.flaky,
  skipped: a.skipped + b.skipped,
});

/** The counts in a JSON report of Vitest. */
export function countVitest(report: string): Count {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(report) as Record<string, number>;
  return { passed: numPassedTests!, failed: numFailedTests!, flaky: 0, skipped: numPendingTests! };
}

/** The counts in a JSON report of Playwright; a test that passed only when tried again is counted as flaky too. */
export function countPlaywright(report: string): Count {
  const { stats } = JSON.parse(report) as { stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> };
  const { expected, unexpected, flaky, skipped } = stats;
  return { passed: expected + flaky, failed: unexpected, flaky, skipped };
}
