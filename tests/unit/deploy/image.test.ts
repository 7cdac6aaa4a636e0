import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findEngine } from '../../../deploy/lib/image.ts';

test('a machine without a container engine is told what to install', () => {
  expect(() => findEngine(['no-such-engine', ''])).toThrow(/No container engine answers.*Install Podman/);
});

test('the first engine that answers is taken', () => {
  // `true info` ends well, `false info` does not, and nothing else is asked of an engine here.
  expect(findEngine(['no-such-engine', 'false', 'true'])).toBe('true');
});

test('what a machine has installed or built stays out of the image, in the file that Podman and Docker both read', () => {
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['node_modules', 'dist', '.astro']));
});
