import { expect, test } from 'vitest';
import { isLong, takesTimes, transcript, usesStandIn } from '#features/commands/transcript.ts';

const command = { expect: [], not: [], capture: {}, relations: [], exit: 0 as const };
const block = {
  id: 'two',
  as: 'reader' as const,
  commands: [
    { ...command, run: 'echo "<b>"' },
    { ...command, run: 'docker pull alpine', notRun: 'registry' as const },
    { ...command, run: 'runc run first', instead: 'runc run first < lines' },
  ],
};
const recorded = {
  recorded: '2026-11-28',
  versions: {},
  commands: [
    { run: 'echo "<b>"', output: '<b>', exit: 0 },
    { run: 'runc run first', output: '', exit: 0 },
  ],
};

test('a transcript has each command after its prompt, what it printed, why one was not run, and what was run in its place', () => {
  expect(transcript(block, recorded, (reason) => `(not run: ${reason})`)).toBe(
    [
      '$ <b>echo &quot;&lt;b&gt;&quot;</b>',
      '&lt;b&gt;',
      '$ <b>docker pull alpine</b>',
      '<i>(not run: registry)</i>',
      '$ <b>runc run first &lt; lines</b>',
    ].join('\n'),
  );
});

test('more than six lines of output are folded', () => {
  expect(isLong(recorded)).toBe(false);
  expect(isLong({ ...recorded, commands: [{ run: 'ls', output: '1\n2\n3\n4\n5\n6\n7', exit: 0 }] })).toBe(true);
});

test('an image that stands in for another is told only where it was run', () => {
  expect(usesStandIn(block)).toBe(false);
  expect(usesStandIn({ ...block, commands: [{ ...command, run: 'docker run alpine' }] })).toBe(true);
});

test('a block that times something is told from others', () => {
  expect(takesTimes(block)).toBe(false);
  expect(takesTimes({ ...block, commands: [{ ...command, run: 'time true' }] })).toBe(true);
});
