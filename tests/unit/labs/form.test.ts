import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { judge } from '#features/labs/form/judge.ts';
import { loadLabs, readLab } from '#features/labs/form/load.ts';
import { pictureAfter } from '#features/labs/form/picture.ts';
import { runStep, type Lab } from '#features/labs/form/schema.ts';
import { vmsOf } from '#features/labs/form/step.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/labs/${name}`, import.meta.url));
const told = (name: string) =>
  readLab(fixture(`broken/${name}.yml`), `${name}.yml`).problems.map(({ line, problem }) => `${line} ${problem}`);
const step = (fields: object) => runStep.parse({ id: 'one', title: 'One', run: 'uname -r', ...fields });
const seen = (output: string, exit = 0) => ({ output, exit, ended: 'prompt' as const });

describe('A lab file', () => {
  it('of the site is whole', () => {
    expect(loadLabs(process.cwd()).problems).toEqual([]);
  });

  it('with a mistyped field or a broken pattern is told with the line', () => {
    expect(told('fields')).toEqual([expect.stringMatching(/^7 steps\.0.*expects/)]);
    expect(told('pattern')).toEqual([expect.stringMatching(/^1[0-3] steps\.0.*regular expression/)]);
  });

  it('whose parts do not fit each other is told, step by step', () => {
    expect(told('faults')).toEqual([
      '1 id is "other-name" and the file is called faults.yml',
      expect.stringMatching(/^\d+ step one: this id is used twice/),
      expect.stringMatching(/^\d+ step one: relation with "relaese"/),
      expect.stringMatching(/^\d+ step one: the picture has no box "web" here/),
      expect.stringMatching(/^\d+ step back: there is no snapshot/),
      expect.stringMatching(/^\d+ step after: vm1 has panicked/),
      expect.stringMatching(/^\d+ step stop: nothing runs/),
      expect.stringMatching(/^\d+ step waits: `ends: output` waits for nothing/),
      expect.stringMatching(/^\d+ step types: the command of the step before still runs/),
    ]);
  });
});

describe('A step', () => {
  it('holds when every pattern does', () => {
    const verdict = judge(step({ expect: ['^6'], not: ['7'], capture: { release: '^(\\S+)$' } }), seen('6.1\n'), {});
    expect(verdict).toEqual({ faults: [], captures: { release: '6.1' } });
  });

  it('tells what was expected and what was seen', () => {
    const one = step({ expect: ['^7'], not: ['1$'], exit: 0 });
    expect(judge(one, seen('6.1\n', 2), {}).faults).toEqual([
      { kind: 'exit', expected: 0, seen: 2 },
      { kind: 'expect', expected: '^7', seen: '6.1\n' },
      { kind: 'not', expected: '1$', seen: '1' },
    ]);
  });

  it.each([
    ['a = b', '1', '1', true],
    ['a = b', '1', '2', false],
    ['a != b', '1', '2', true],
    ['a != b', '1', '1', false],
    ['a < b', '9', '10', true],
    ['a > b', '9', '10', false],
    ['a < 20', '19', '0', true],
    ['a < 0.5 * b', '4', '10', true],
    ['a < 0.5 * b', '6', '10', false],
  ])('relates %s for %s and %s: %s', (relation, a, b, holds) => {
    const one = step({ capture: { a: 'a=(\\S+)', b: 'b=(\\S+)' }, relations: [relation] });
    expect(judge(one, seen(`a=${a} b=${b}`), {}).faults.length === 0).toBe(holds);
  });

  it('does not call two values different of which one was never seen', () => {
    const faults = judge(step({ relations: ['a != b'] }), seen(''), { a: '1' }).faults;
    expect(faults).toEqual([{ kind: 'relation', expected: 'a != b', seen: '1 and ' }]);
  });
});

describe('The picture', () => {
  const lab = (steps: object[]) =>
    ({ steps: steps.map((fields, n) => step({ id: `s${n}`, ...fields })) }) as unknown as Lab;

  it('grows a box, moves the reader into it, and takes both back', () => {
    const web = lab([
      { picture: [{ add: 'web', kind: 'container', label: 'web' }, { here: 'web' }] },
      { picture: [{ remove: 'web' }] },
    ]);
    expect(pictureAfter(web, 1)).toMatchObject({ here: 'web', boxes: [{ id: 'vm1' }, { id: 'web', in: 'vm1' }] });
    expect(pictureAfter(web, 2)).toMatchObject({ here: 'vm1', boxes: [{ id: 'vm1' }] });
  });

  it('has the second VM from the first step on it', () => {
    const two = lab([{}, { on: 'vm2' }]);
    expect(vmsOf(two)).toEqual(['vm1', 'vm2']);
    expect(pictureAfter(two, 1).boxes.map(({ id }) => id)).toEqual(['vm1']);
    expect(pictureAfter(two, 2)).toMatchObject({ here: 'vm2', boxes: [{ id: 'vm1' }, { id: 'vm2' }] });
  });

  it('goes back to what a snapshot kept, and a restart leaves the disk', () => {
    const steps = [
      {
        picture: [
          { add: 'disk', kind: 'disk', label: 'disk' },
          { add: 'web', kind: 'container', label: 'web' },
        ],
      },
      { act: 'save' },
      { picture: [{ remove: 'web' }, { mark: 'vm1', as: 'panic' }] },
    ];
    const acting = (act: string) =>
      ({
        steps: [...steps, { act }].map((fields, n) =>
          'act' in fields
            ? { id: `s${n}`, title: 'Act', on: 'vm1', picture: [], ...fields }
            : step({ id: `s${n}`, ...fields }),
        ),
      }) as unknown as Lab;
    expect(pictureAfter(acting('restore'), 4).boxes.map(({ id, mark }) => `${id} ${mark}`)).toEqual([
      'vm1 plain',
      'disk plain',
      'web plain',
    ]);
    expect(pictureAfter(acting('restart'), 4).boxes.map(({ id }) => id)).toEqual(['vm1', 'disk']);
  });
});
