import { afterEach, describe, expect, it, vi } from 'vitest';
import { holdAbility } from '#features/labs/machine/emulator.ts';
import { asLabError } from '#features/labs/machine/reasons.ts';

const memory = 128 * 2 ** 20;

afterEach(() => vi.unstubAllGlobals());

describe('A browser', () => {
  it('that can run a VM is let on', () => {
    expect(() => holdAbility(memory)).not.toThrow();
  });

  it('without WebAssembly, or whose policy refuses it, is told so before anything is downloaded', () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(() => holdAbility(memory)).toThrow(expect.objectContaining({ reason: 'no-webassembly' }));
    const refusing = {
      Module: vi.fn(function () {
        throw new EvalError('refused by the policy');
      }),
    };
    vi.stubGlobal('WebAssembly', refusing);
    expect(() => holdAbility(memory)).toThrow(expect.objectContaining({ reason: 'no-webassembly' }));
  });

  it('that does not give a tab the memory of a VM is told so with the megabytes', () => {
    const asked: number[] = [];
    vi.stubGlobal('WebAssembly', {
      Module: vi.fn(),
      Memory: vi.fn(function ({ initial }: { initial: number }) {
        asked.push(initial * 65_536);
        throw new RangeError('WebAssembly.Memory(): could not allocate memory');
      }),
    });
    const expected = { reason: 'no-memory', detail: { megabytes: 168 } };
    expect(() => holdAbility(memory)).toThrow(expect.objectContaining(expected));
    expect(asked[0]).toBeGreaterThan(memory);
  });

  it('that runs out of memory later is told the same reason', () => {
    for (const words of ['Array buffer allocation failed', 'WebAssembly.Memory(): could not allocate memory'])
      expect(asLabError(new RangeError(words))).toMatchObject({ reason: 'no-memory' });
    expect(asLabError(new Error('out of memory'))).toMatchObject({ reason: 'no-memory' });
    expect(asLabError(new RangeError('Invalid array length'))).toMatchObject({ reason: 'emulator-failed' });
  });
});
