import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readLab, type LoadedLab } from '#features/labs/form/load.ts';
import type { Manifest } from '#features/labs/machine/files.ts';
import { checkRecording, compareRun } from '#features/labs/record/check.ts';
import { recordingOf } from '#features/labs/record/recording.ts';
import type { Recording } from '#features/labs/record/schema.ts';
import type { StepResult } from '#features/labs/run/session.ts';

const file = fileURLToPath(new URL('../../fixtures/labs/false/claims.yml', import.meta.url));
const loaded = readLab(file, 'claims.yml').lab!;
const manifest = { machine: 'abc', versions: { linux: '6.1' } } as unknown as Manifest;
const [first, second] = ['11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222'];

/** What running the fixture came to, with these two boot ids. */
const results = (outside: string, inside: string) =>
  loaded.lab.steps.map((step, index) => {
    const output = `${index === 0 ? outside : inside}\n`;
    const line = { prompt: 'vm1:~# ', line: 'run' in step ? step.run : '', output, exit: 0, ended: 'prompt' };
    return {
      id: step.id,
      lines: [line],
      output,
      exit: 0,
      ended: 'prompt',
      faults: [],
      captures: {},
      milliseconds: 1,
    } as StepResult;
  });

const recorded = () => recordingOf(loaded.lab, results(first, second), manifest, '2026-11-28');
const told = (lab: LoadedLab, recording: Recording | string | undefined, machine = manifest) =>
  checkRecording(lab, recording, machine).map(({ file, line, problem }) => `${file}:${line} ${problem}`);
const edited = (change: (lab: LoadedLab['lab']) => void): LoadedLab => {
  const lab = structuredClone(loaded.lab);
  change(lab);
  return { ...loaded, lab };
};

describe('A recording', () => {
  it('of the lab as it stands is accepted', () => {
    expect(told(loaded, recorded())).toEqual([]);
  });

  it('that is missing or cannot be read is told', () => {
    expect(told(loaded, undefined)).toEqual(['claims.yml:1 lab claims: it has no recording']);
    expect(told(loaded, 'steps: Required')).toEqual([
      'claims.yml:1 lab claims: its recording cannot be read: steps: Required',
    ]);
  });

  it('that was changed by hand is told', () => {
    const recording = recorded();
    recording.steps[0]!.lines[0]!.output = 'another\n';
    expect(told(loaded, recording)).toEqual([expect.stringContaining('changed by hand')]);
  });

  it('of another machine is told', () => {
    expect(told(loaded, recorded(), { ...manifest, machine: 'xyz' })).toEqual([
      'claims.yml:1 lab claims: recorded with machine abc, the one here is xyz',
    ]);
  });

  it('of a command that was edited since is told with lab, step, expected and seen', () => {
    const lab = edited(({ steps }) => Object.assign(steps[0]!, { run: 'cat /etc/hostname' }));
    expect(told(lab, recorded())).toEqual([
      'claims.yml:7 lab claims, step outside: expected "cat /etc/hostname", seen "cat /proc/sys/kernel/random/boot_id" or other patterns when it was recorded',
    ]);
  });

  it('whose output breaks a pattern that was edited since is told with both', () => {
    const lab = edited(({ steps }) => steps[0]!.expect.push('^3333'));
    expect(told(lab, recorded())).toEqual([expect.stringMatching(/step outside: expected \/\^3333\/, seen "1111/)]);
  });

  it('of a lab with a false relation is told, though nothing is run', () => {
    const same = recordingOf(loaded.lab, results(first, first), manifest, '2026-11-28');
    expect(told(loaded, same)).toEqual([
      `claims.yml:12 lab claims, step own-kernel: expected inside != outside, seen ${first} and ${first}`,
    ]);
  });

  it('without a step that was added, or with one that was taken out, is told', () => {
    const more = edited(({ steps }) => steps.push({ ...structuredClone(steps[0]!), id: 'third' }));
    expect(told(more, recorded())).toEqual([expect.stringContaining('step third: it is not in the recording')]);
    const fewer = edited(({ steps }) => void steps.pop());
    expect(told(fewer, recorded())).toEqual([
      expect.stringContaining('has a step "own-kernel" that the lab does not have'),
    ]);
  });
});

describe('A new run', () => {
  it('may differ in what the step declares as varying', () => {
    expect(compareRun(loaded, recorded(), results(second, first))).toEqual([]);
  });

  it('that differs in anything else is told with expected and seen', () => {
    const [problem] = compareRun(loaded, recorded(), results(`${first} and more`, second));
    expect(problem).toMatchObject({
      line: 7,
      problem: expect.stringMatching(/step outside: expected .*seen .*and more/),
    });
  });
});
