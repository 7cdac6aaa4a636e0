/** Numbers of tests that passed and that did not. */
export interface Count {
  passed: number;
  failed: number;
  /** Number of passed tests that passed only when retried. */
  flaky: number;
  /** Number of tests that were not run, because the machine does not have what they need. */
  skipped: number;
}

/** Counts without any tests. */
export const noTests: Count = { passed: 0, failed: 0, flaky: 0, skipped: 0 };

/** Adds two counts. */
export const sum = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  flaky: a.flaky + b.flaky,
  skipped: a.skipped + b.skipped,
});

/** Reads the counts from a JSON report of Vitest. */
export function countVitest(report: string): Count {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(report) as Record<string, number>;
  return { passed: numPassedTests!, failed: numFailedTests!, flaky: 0, skipped: numPendingTests! };
}

/** Reads the counts from a JSON report of Playwright. A test that passed only when retried counts as flaky as well. */
export function countPlaywright(report: string): Count {
  const { stats } = JSON.parse(report) as { stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> };
  const { expected, unexpected, flaky, skipped } = stats;
  return { passed: expected + flaky, failed: unexpected, flaky, skipped };
}
