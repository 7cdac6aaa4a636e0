import { expect, test } from 'vitest';
import { checkContent } from '#features/content-check/rules.ts';
import { loadSite } from '#model/load.ts';
import { formatProblems } from '#shared/problem.ts';

test.each([
  [
    'context-without-source',
    'content/data/contexts.yml:1  the cell "isolation" of "mac" has no source',
    'Name at least one id of content/data/sources.yml',
  ],
  ['context-unknown-trait', 'content/data/contexts.yml:1  unknown trait "isolatoin" in "mac"', 'isolation'],
  [
    'context-missing-cell',
    'content/data/contexts.yml:1  "mac" has no cell for the trait "isolation"',
    'Add `- trait: isolation`',
  ],
  [
    'context-unknown-mark',
    'content/data/contexts.yml:1  the cell "isolation" of "mac" marks "Kernal", which its stack does not have',
    'Kernel',
  ],
  ['asked-nowhere', 'content/data/asked.yml:3  link to /a/#gone: /a/ has no anchor #gone', 'nearest'],
  [
    'choice-unknown-outcome',
    'content/data/choice.yml:14  unknown outcome "vn" in "kernel: own"',
    'The nearest known ids are vm',
  ],
  [
    'choice-leads-nowhere',
    'content/data/choice.yml:23  no answers lead to the outcome "cloud"',
    'Add an answer that makes it win',
  ],
  [
    'choice-example-differs',
    'content/data/choice.yml:26  the rules make "vm" and then "undefined" of it, not "engine" and "undefined"',
    'Correct the example, or the rule that is wrong.',
  ],
  ['choice-example-differs', '/use-cases/choose/ has no section #kernel', 'Show the questions there with <Choice />.'],
])('%s is reported with file, line and what to do', (fixture, problem, fix) => {
  const site = loadSite(`tests/fixtures/content/${fixture}`, { sidebar: ['/a/'], today: '2026-11-25' });
  const reported = formatProblems(checkContent(site));
  expect(reported).toContain(problem);
  expect(reported).toContain(fix);
});
