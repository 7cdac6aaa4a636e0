import { expect, test } from 'vitest';
import { findEngine } from '~/lib/hosts/image.ts';

test('a machine without a container engine is told what to install', () => {
  expect(() => findEngine(['no-such-engine', ''])).toThrow(/No container engine answers.*Install Podman/);
});

test('the first engine that answers is taken', () => {
  // `true info` ends well, `false info` does not, and nothing else is asked of an engine here.
  expect(findEngine(['no-such-engine', 'false', 'true'])).toBe('true');
});
