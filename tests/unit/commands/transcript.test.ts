import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isLong, madeHere, standIns, takesTimes, transcript } from '#features/commands/transcript.ts';

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
  expect(transcript(block, recorded, (reason) => `(not run: ${reason})`, '(nothing)')).toBe(
    [
      '<span class="cmd">$ <b>echo &quot;&lt;b&gt;&quot;</b>',
      '</span>&lt;b&gt;',
      '<span class="cmd">$ <b>docker pull alpine</b>',
      '</span><i>(not run: registry)</i>',
      '<span class="cmd">$ <b>runc run first &lt; lines</b></span>',
    ].join('\n'),
  );
});

test('a block that printed nothing says so', () => {
  const silent = { ...recorded, commands: recorded.commands.map((one) => ({ ...one, output: '' })) };
  expect(transcript(block, silent, String, '(nothing)')).toMatch(/lines<\/b>\n<\/span><i>\(nothing\)<\/i>$/);
});

test('more than six lines of output are folded', () => {
  expect(isLong(recorded)).toBe(false);
  expect(isLong({ ...recorded, commands: [{ run: 'ls', output: '1\n2\n3\n4\n5\n6\n7', exit: 0 }] })).toBe(true);
});

test('images that stand in for others are told, and only where they were run', () => {
  const running = (run: string) => standIns({ ...block, commands: [{ ...command, run }] });
  expect(standIns(block)).toEqual([]);
  expect(running('docker run --rm alpine uname -r')).toEqual(['alpine']);
  expect(running('time docker run --rm debian:stable true')).toEqual(['debian:stable']);
  expect(running('podman run -d --name demo docker.io/library/nginx')).toEqual(['nginx']);
  expect(standIns({ ...block, before: "printf '%s' 'FROM gcc AS build' > Dockerfile" })).toEqual(['gcc']);
  expect(running('docker logs alpine-log')).toEqual([]);
  expect(running('grep alpine /etc/os-release')).toEqual([]);
});

test('the images that are told are those that the VM of the commands makes', () => {
  const made = [
    ...readFileSync('tools/commands/guest/setup.sh', 'utf8').matchAll(
      /\bserve ([a-z]+) ([a-z]+)|import [a-z]+\.tar ([a-z]+)/g,
    ),
  ].map(([, name, tag, local]) => local ?? (tag === 'latest' ? name : `${name}:${tag}`));
  expect(made.sort()).toEqual([...madeHere].sort());
});

test('a block that times something is told from others', () => {
  expect(takesTimes(block)).toBe(false);
  expect(takesTimes({ ...block, commands: [{ ...command, run: 'time true' }] })).toBe(true);
});

test('of a long output the first lines are shown, and the last where they are asked for', () => {
  const output = '1\n2\n3\n4\n5';
  const shown = (part: { show: number; showLast?: number }) =>
    transcript(
      { ...block, commands: [{ ...command, run: 'boot', ...part }] },
      { ...recorded, commands: [{ run: 'boot', output, exit: 0 }] },
      String,
      '',
    ).replace(/^[^]*<\/span>/, '');
  expect(shown({ show: 1 })).toBe('1\n…');
  expect(shown({ show: 1, showLast: 2 })).toBe('1\n…\n4\n5');
  expect(shown({ show: 3, showLast: 2 })).toBe('1\n2\n3\n4\n5');
});
