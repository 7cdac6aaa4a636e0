import { pathToFileURL } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { changedContent } from '../../support/content-fixture.ts';
import contentCheck from '#features/content-check/index.ts';

const content = changedContent([{ file: 'content/docs/a.mdx', from: '<Term id="cgroup">', to: '<Term id="cgruop">' }]);
const root = pathToFileURL(`${content.root}/`);
afterAll(content.remove);

/** Runs the check as Astro does, for one of its commands. */
function run(command: 'build' | 'dev') {
  const warn = vi.fn<(message: string) => void>();
  const { hooks } = contentCheck();
  const setup = hooks['astro:config:setup'] as (options: unknown) => void;
  const done = hooks['astro:config:done'] as (options: unknown) => void;
  setup({ command, config: { root }, addWatchFile: vi.fn() });
  return { warn, act: () => done({ config: { root }, logger: { warn } }) };
}

test('content that is not sound stops the build, with file, line and the nearest id', () => {
  expect(run('build').act).toThrow(
    /content\/docs\/a\.mdx:7 {2}unknown Term id "cgruop"\n {4}The nearest known ids are cgroup\./,
  );
});

test('while an author writes, it only warns', () => {
  const { act, warn } = run('dev');
  expect(act).not.toThrow();
  expect(warn.mock.calls[0]![0]).toContain('unknown Term id "cgruop"');
});
