import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeAtomic } from '#shared/write-atomic.ts';

const root = mkdtempSync(path.join(tmpdir(), 'write-atomic-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a file is replaced by another and never written into, so that what was there is not cut short', () => {
  const file = path.join(root, 'folder/picture.png');
  writeAtomic(file, Buffer.from('old'));
  const { ino } = statSync(file);
  writeAtomic(file, Buffer.from('new'));
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).ino).not.toBe(ino);
  expect(readdirSync(path.dirname(file))).toEqual(['picture.png']);
});

test('a file that cannot be written leaves nothing behind', () => {
  const taken = path.join(root, 'taken');
  mkdirSync(taken);
  writeFileSync(path.join(taken, 'inside'), '');
  expect(() => writeAtomic(taken, Buffer.from('x'))).toThrow();
  expect(readdirSync(root).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
