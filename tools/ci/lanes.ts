import type { Part } from './run-lanes.ts';

/**
 * What `.ci/run` runs after `npm test`: lanes beside each other, the parts of a lane one after the other.
 *
 * VMs wait for the clocks of what runs in them, tests for browsers and servers, and a bench for a slow network, so one part alone leaves processors
 * idle. No part writes `dist`, which most of them read.
 */
export const lanes: readonly (readonly Part[])[] = [
  [
    // Every command that pages ask their readers to run, in a VM made of Debian's packages.
    { script: 'commands:run' },
    // Every command of every lab, run again in its VM and compared with what was recorded.
    { script: 'labs:run' },
    // Load and faults.
    { script: 'test:load' },
    // Pages as a phone loads them, files of courses, and how the build grows. This machine does other work as well: bytes, requests, shifts and
    // memory decide here, and times are only reported.
    { script: 'bench', args: ['--report-only'] },
    { script: 'bench:course' },
    { script: 'bench:scale', args: ['--report-only', '60', '600'] },
  ],
  [
    // Every page in a browser, copies of the project, servers of others.
    { script: 'test:thorough', args: ['--built'] },
    // The common suite in three engines.
    { script: 'test:engines' },
  ],
];
