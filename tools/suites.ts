import { countPlaywright, countVitest, type Count } from './test-counts.ts';

/** A step of a suite. */
export interface Step {
  /** npm script to run. */
  script: string;
  /** What it checks. */
  name: string;
  /** Parses the report of a step that runs tests. */
  count?: (report: string) => Count;
}

/** Groups of steps. Groups run one after the other, steps of one group in parallel. */
export type Suite = readonly (readonly Step[])[];

/**
 * The suites, in the order in which they reveal most for their time. `quick` is `npm test`: it contains nothing that visits every page in a browser
 * or takes its time there
 * (a test with the tag `@long`), builds a copy of the project (`tests/copies`) or starts other servers (`tests/hosts`). That is in `thorough`, which
 * builds again, because `dist` may be outdated.
 */
export const suites = {
  quick: [
    [
      { script: 'check', name: 'types' },
      { script: 'lint', name: 'lint and format' },
    ],
    [{ script: 'test:unit', name: 'functions', count: countVitest }],
    [{ script: 'build', name: 'build' }],
    [{ script: 'test:build', name: 'built site', count: countVitest }],
    [{ script: 'test:e2e', name: 'browser', count: countPlaywright }],
  ],
  thorough: [
    [{ script: 'build', name: 'build' }],
    [{ script: 'test:copies', name: 'built copies', count: countVitest }],
    [{ script: 'test:hosts', name: 'servers and readers', count: countVitest }],
    [{ script: 'test:e2e-long', name: 'browser, every page', count: countPlaywright }],
  ],
} as const satisfies Record<string, Suite>;
