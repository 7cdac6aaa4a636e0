import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLab } from '#features/labs/form/load.ts';
import { Machine, type Status } from '#features/labs/machine/machine.ts';
import { diskParts } from '#features/labs/machine/node.ts';
import { checkRecording, compareRun, wordFault } from '#features/labs/record/check.ts';
import { recordingOf } from '#features/labs/record/recording.ts';
import { runLab } from '#features/labs/run/session.ts';

const parts = diskParts();
const lab = (name: string) =>
  readLab(fileURLToPath(new URL(`../../fixtures/labs/${name}.yml`, import.meta.url)), name).lab!;

describe('The machine', () => {
  const stood: Status[] = [];
  let machine: Machine;

  beforeAll(async () => {
    machine = await Machine.resume('vm1', parts, { status: (status) => stood.push(status) });
  });
  afterAll(() => machine.end());

  it('resumes at its prompt and tells output and exit code of a command', async () => {
    expect(stood).toEqual(['prompt']);
    expect(await machine.run('echo hello; false')).toEqual({
      prompt: 'vm1:~# ',
      line: 'echo hello; false',
      output: 'hello\n',
      exit: 1,
      ended: 'prompt',
    });
  });

  it('has the host’s clock', async () => {
    const { output } = await machine.run('date +%s');
    expect(Math.abs(Number(output) - Date.now() / 1000)).toBeLessThan(5);
  });

  it('takes what a reader had begun to type for no part of the command', async () => {
    machine.write('rm -rf /nowhe');
    expect(await machine.run('echo one')).toMatchObject({ output: 'one\n', exit: 0 });
  });

  it('runs a line that is longer than its terminal is wide', async () => {
    const long = 'x'.repeat(300);
    expect(await machine.run(`echo ${long}`)).toMatchObject({ output: `${long}\n` });
  });

  it('tells a command that waits for more of its own from one that has ended', async () => {
    expect(await machine.run('for n in 1 2; do')).toMatchObject({ ended: 'continued', output: '' });
    expect(await machine.run('echo $n; done')).toMatchObject({ prompt: '> ', output: '1\n2\n', ended: 'prompt' });
  });

  it('says so when a command prints nothing, and gets its prompt back by Ctrl+C', async () => {
    await expect(machine.run('sleep 100', { quiet: 1 })).rejects.toMatchObject({
      reason: 'quiet',
      detail: { seconds: 1 },
    });
    await expect(machine.run('echo no')).rejects.toMatchObject({ reason: 'busy' });
    expect(await machine.interrupt()).toMatchObject({ exit: 130, ended: 'prompt' });
  });

  it('goes back to a snapshot after a panic', async () => {
    await machine.run('cd /tmp; echo kept > file');
    const snapshot = await machine.save();
    await machine.run('echo lost > file');
    expect(await machine.run('echo c > /proc/sysrq-trigger')).toMatchObject({ ended: 'panic', exit: undefined });
    expect(machine.status).toBe('panic');
    await expect(machine.run('echo dead')).rejects.toMatchObject({
      reason: 'panic',
      detail: { message: 'sysrq triggered crash' },
    });
    await machine.restore(snapshot);
    expect(await machine.run('cat file')).toMatchObject({ prompt: 'vm1:/tmp# ', output: 'kept\n' });
  });

  it('keeps its disk and loses its memory when its power is cut', async () => {
    await machine.run('echo on-disk | dd of=/dev/sda 2>/dev/null; sync');
    await machine.run('echo in-memory > /tmp/file');
    await machine.restart();
    expect(await machine.run('head -c 7 /dev/sda; echo; ls /tmp')).toMatchObject({ output: 'on-disk\n' });
  });

  it('tells a state of another version from one that is damaged in no other way', async () => {
    const state = new Int32Array(8);
    state.set([-2039052682, 5, 32, 1]);
    await expect(
      machine.restore({ state: state.buffer, prompt: '', size: { rows: 24, cols: 80 } }),
    ).rejects.toMatchObject({ reason: 'wrong-state' });
  });

  it('is ended for good', async () => {
    await machine.end();
    await expect(machine.run('echo late')).rejects.toMatchObject({ reason: 'ended' });
  });
});

describe('A lab on the machine', () => {
  it('runs to its end, is recorded, and comes out the same again', async () => {
    const tiny = lab('good/tiny');
    const results = await runLab(tiny.lab, parts);
    expect(results.map(({ id, faults }) => ({ id, faults }))).toEqual(
      tiny.lab.steps.map(({ id }) => ({ id, faults: [] })),
    );
    const recording = recordingOf(tiny.lab, results, parts.manifest, '2026-11-28');
    expect(checkRecording(tiny, recording, parts.manifest)).toEqual([]);
    expect(compareRun(tiny, recording, await runLab(tiny.lab, parts))).toEqual([]);
  });

  it('that claims a kernel of its own for a container fails, and says what was seen', async () => {
    const results = await runLab(lab('false/claims').lab, parts);
    expect(results.at(-1)!.id).toBe('own-kernel');
    expect(results.at(-1)!.faults.map(wordFault)).toEqual([
      expect.stringMatching(/^expected inside != outside, seen ([0-9a-f-]{36}) and \1$/),
    ]);
  });
});
