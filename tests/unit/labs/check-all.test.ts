import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkLabs } from '#features/labs/index.ts';
import { readManifest } from '#features/labs/machine/node.ts';
import { readLab } from '#features/labs/form/load.ts';
import { recordingOf, writeRecording } from '#features/labs/record/recording.ts';
import type { StepResult } from '#features/labs/run/session.ts';
import { checkContent } from '#features/content-check/rules.ts';
import { loadSite } from '#model/load.ts';
import { formatProblems } from '#shared/problem.ts';
import { changedContent, type FileChange } from '../../support/content-fixture.ts';

const lab = `id: tiny
title: Tiny
question: Which kernel answers?
minutes: 5
needs: ['Look at [a page](/a/) first.']
proves: [/a/]
lies: [It is emulated.]
steps:
  - id: ask
    title: Ask
    run: uname -r
    expect: ['^6']
`;
const page = `---
title: 'Lab: tiny'
description: A lab that is as small as a lab can be, so that a test can hold each of its parts to what it promises to its readers.
---
import { Lab } from '~/components';

One kernel answers.

<Lab id="tiny" />
`;

let remove = () => {};
afterEach(() => remove());

/** A project with one sound lab and its recording, changed. */
function changed(changes: { lab?: [string, string]; page?: string; recorded?: boolean } = {}) {
  const files: FileChange[] = [{ file: 'content/labs/tiny.yml', is: lab }];
  const shown = changes.page ?? page;
  if (shown) files.push({ file: 'content/docs/labs/tiny.mdx', is: shown });
  const content = changedContent(files);
  remove = content.remove;
  const { root } = content;
  mkdirSync(path.join(root, 'content/labs/recordings'), { recursive: true });
  const file = path.join(root, 'content/labs/tiny.yml');
  const { lab: loaded } = readLab(file, 'tiny.yml');
  const line = { prompt: 'vm1:~# ', line: 'uname -r', output: '6.1\n', exit: 0, ended: 'prompt' as const };
  const result = { id: 'ask', lines: [line], output: '6.1\n', exit: 0, ended: 'prompt', faults: [], captures: {} };
  if (changes.recorded !== false)
    writeRecording(root, recordingOf(loaded!.lab, [result as unknown as StepResult], readManifest(), '2026-11-28'));
  if (changes.lab) writeFileSync(file, lab.replace(...changes.lab));
  const site = loadSite(root, { today: '2026-11-25' });
  return { site, told: formatProblems(checkLabs(root, site)) };
}

describe('Labs of a project', () => {
  test('that are sound, recorded and shown are accepted, and their steps are sections of the page', () => {
    const { site, told } = changed();
    expect(told).toBe('0 problems');
    expect([...site.anchors.get('/labs/tiny/')!]).toEqual(expect.arrayContaining(['steps', 'ask', 'where-it-lies']));
  });

  test.each<[string, Parameters<typeof changed>[0], string]>([
    [
      'without a recording',
      { recorded: false },
      'content/labs/tiny.yml:1  lab tiny: it has no recording\n    Run npm run labs:record -- tiny',
    ],
    [
      'whose command was edited',
      { lab: ['uname -r', 'uname -a'] },
      'content/labs/tiny.yml:9  lab tiny, step ask: expected "uname -a", seen "uname -r"',
    ],
    ['whose pattern is false', { lab: ["'^6'", "'^7'"] }, 'lab tiny, step ask: expected /^7/, seen "6.1\\n"'],
    [
      'that proves a page which is not there',
      { lab: ['proves: [/a/]', 'proves: [/aa/]'] },
      'lab tiny: there is no page /aa/',
    ],
    [
      'that needs a section which is not there',
      { lab: ['(/a/)', '(/a/#gone)'] },
      'lab tiny: there is no section /a/#gone',
    ],
    ['that no page shows', { page: '' }, 'lab tiny: no page shows it\n    Write content/docs/labs/tiny.mdx'],
    [
      'whose step has the id of a heading',
      { page: `${page}\n## Ask {#ask}\n` },
      'content/docs/labs/tiny.mdx:9  the id "ask" of a lab stands on this page twice',
    ],
    [
      'of which a page shows two',
      { page: `${page}\n<Lab id="tiny" />\n` },
      'the id "steps" of a lab stands on this page twice',
    ],
    ['that are no labs', { lab: ['minutes: 5', 'minutes: many'] }, 'content/labs/tiny.yml:4  minutes:'],
  ])('%s are told', (_, change, told) => {
    expect(changed(change).told).toContain(told);
  });

  test('that a page names and that are not there are told with the nearest', () => {
    const { site } = changed({ page: page.replace('id="tiny"', 'id="tinny"') });
    expect(formatProblems(checkContent(site))).toContain(
      'content/docs/labs/tiny.mdx:9  unknown lab "tinny"\n    The nearest known ids are tiny.',
    );
  });
});
