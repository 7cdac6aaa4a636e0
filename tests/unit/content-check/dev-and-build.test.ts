import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import contentCheck from '#features/content-check/index.ts';

const root = pathToFileURL(`${path.resolve('tests/fixtures/content/unknown-term')}/`);

/** Runs the check as Astro does, for one of its commands. */
function run(command: 'build' | 'dev') {
  const warn = vi.fn<(message: string) => void>();
  const { hooks } = contentCheck();
  const setup = hooks['astro:config:setup'] as (options: unknown) => void;
  const done = hooks['astro:config:done'] as (options: unknown) => void;
  setup({ command });
  return { warn, act: () => done({ config: { root }, logger: { warn } }) };
}

test('content that is not sound stops the build, with file, line and the nearest id', () => {
  expect(run('build').act).toThrow(
    /content\/docs\/a\.mdx:11 {2}unknown Term id "cgruop"\n {4}The nearest known ids are cgroup\./,
  );
});

test('while an author writes, it only warns', () => {
  const { act, warn } = run('dev');
  expect(act).not.toThrow();
  expect(warn.mock.calls[0]![0]).toContain('unknown Term id "cgruop"');
});
