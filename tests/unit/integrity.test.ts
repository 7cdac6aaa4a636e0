import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { contentIntegrity } from '../../src/site/integrity.ts';

const root = pathToFileURL(`${path.resolve('tests/fixtures/content/unknown-term')}/`);
const argv = [...process.argv];
afterEach(() => void (process.argv = [...argv]));

/** Runs the check as Astro does, for one of its commands. */
function run(command: 'build' | 'dev') {
  process.argv = ['node', 'astro', command];
  const warn = vi.fn<(message: string) => void>();
  const hook = contentIntegrity().hooks['astro:config:done'] as (options: unknown) => void;
  return { warn, act: () => hook({ config: { root }, logger: { warn } }) };
}

test('content that is not sound stops the build, with file, line and the nearest id', () => {
  expect(run('build').act).toThrow(
    /content\/docs\/a\.mdx:11 {2}unknown Term id "cgruop"\n {4}The nearest known ids are cgroup\./,
  );
});

test('while an author writes, it only tells', () => {
  const { act, warn } = run('dev');
  expect(act).not.toThrow();
  expect(warn.mock.calls[0]![0]).toContain('unknown Term id "cgruop"');
});
