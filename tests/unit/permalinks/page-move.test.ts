import { spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { apply, journalFile } from '#features/permalinks/move/apply.ts';
import { copyProject } from '../../support/project-copy.ts';
import { moveInRedirects } from '#features/permalinks/move/records.ts';
import { planMove } from '#features/permalinks/move/plan.ts';
import { names, relink } from '#features/permalinks/move/text.ts';

const [old, now] = ['/hybrids/desktop-containers/', '/hybrids/laptops/'];
const command = 'src/features/permalinks/cli/move-page.ts';
let root = '';
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
beforeAll(() => {
  root = copyProject('.');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const move = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { cwd: root, encoding: 'utf8' });
  return { status, said: stdout + stderr };
};
/** Everything that a move may touch, file by file. */
const state = () =>
  Object.fromEntries(
    [...globSync('{content,src}/**/*.*', { cwd: root }), ...globSync('.page-move*', { cwd: root })]
      .filter((file) => !file.endsWith('.svg'))
      .map((file) => [file, read(file)]),
  );

describe('a move that is refused leaves everything as it was, and says why', () => {
  test.each([
    ['a page that does not exist', '/hybrids/nothing/', now, 'There is no page /hybrids/nothing/'],
    ['an address that is taken', old, '/systems/docker/', '/systems/docker/ is taken'],
    ['an address without its slash', old, '/hybrids/laptops', 'with slashes at both ends'],
    ['an address of a short link', old, '/go/laptops/', 'is a reserved path'],
    ['an address of a frame', old, '/embed/laptops/', 'is a reserved path'],
    ['an address below the drawings', old, '/d/', 'is a reserved path'],
    ['an address below the cards', old, '/cards/laptops/', 'is a reserved path'],
    ['the address of a page that code makes', old, '/topics/', 'is a reserved path'],
    ['a page that code depends on', '/reference/glossary/', '/reference/terms/', 'is named by code: src/'],
  ])('%s', (_, from, to, why) => {
    expect(() => planMove(root, from, to, '2026-01-01')).toThrow(why);
  });

  test('no arguments, or a wrong one', () => {
    const before = state();
    expect(move()).toMatchObject({ status: 1, said: expect.stringContaining('Say from where to where') as string });
    expect(move(old, '/systems/docker/').said).toContain('Not moved. /systems/docker/ is taken');
    expect(state()).toEqual(before);
  });

  test('content that is not sound', () => {
    const page = path.join(root, 'content/docs/traits/isolation.mdx');
    const sound = readFileSync(page, 'utf8');
    writeFileSync(page, `${sound}\n[nowhere](/no/where/)\n`);
    const before = state();
    expect(move(old, now).said).toContain('there is no page /no/where/');
    expect(state()).toEqual(before);
    writeFileSync(page, sound);
  });
});

describe('a move that is interrupted is undone', () => {
  test('when it was killed between two files', () => {
    const before = state();
    apply(root, new Map([...planMove(root, old, now, '2026-01-01')].slice(0, 3)));
    expect(state()).not.toEqual(before);
    expect(move().said).toContain('everything is as it was before it');
    expect(state()).toEqual(before);
  });

  test('when it is killed while it checks', async () => {
    const before = state();
    const running = spawn(process.execPath, [command, old, now], { cwd: root, stdio: 'ignore' });
    const ended = new Promise((resolve) => running.once('exit', resolve));
    while (!existsSync(path.join(root, journalFile)) && running.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 5));
    running.kill('SIGKILL');
    await ended;
    expect(existsSync(path.join(root, journalFile))).toBe(true);
    move();
    expect(state()).toEqual(before);
  });
});

test('a move takes file, links, sidebar and short link along, and records the redirect; twice gives no chain', () => {
  const day = new Date().toISOString().slice(0, 10);
  expect(move(old, now)).toMatchObject({ status: 0 });
  expect(existsSync(path.join(root, 'content/docs/hybrids/laptops.mdx'))).toBe(true);
  expect(existsSync(path.join(root, 'content/docs/hybrids/desktop-containers.mdx'))).toBe(false);
  expect(read('content/data/navigation.yml')).toContain(`- ${now}\n`);
  expect(read('content/data/short-links.yml')).toContain(`word: desktop, to: ${now}`);
  expect(read('content/data/redirects.yml')).toContain(`{ from: ${old}, to: ${now}, why: moved, since: '${day}' }`);
  expect(read('content/data/published.txt')).toContain(`${old}\n`);
  const left = globSync('content/**/*.{mdx,yml}', { cwd: root }).filter((file) => names(read(file), old));
  expect(left).toEqual(['content/data/redirects.yml']);

  expect(move(now, '/hybrids/machines/')).toMatchObject({ status: 0 });
  expect(read('content/data/redirects.yml')).toContain(`{ from: ${old}, to: /hybrids/machines/`);
  expect(move('/hybrids/machines/', old)).toMatchObject({ status: 0 });
  expect(read('content/data/redirects.yml')).not.toContain(`from: ${old}`);
  expect(read('content/data/redirects.yml')).toContain(`{ from: ${now}, to: ${old}`);
});

test('only the address itself is rewritten, not one that begins with it', () => {
  const text = "[a](/a/) [b](/a/#x) [c](/a/b/) '/a/' to: /a/\nhttps://example.org/a/ /c/a/ `/a/`";
  expect(relink(text, '/a/', '/z/y/')).toBe(
    "[a](/z/y/) [b](/z/y/#x) [c](/a/b/) '/z/y/' to: /z/y/\nhttps://example.org/a/ /c/a/ `/z/y/`",
  );
});

test('comments of the redirects stay', () => {
  const text = "# Kept.\n- { from: /x/, to: '/a/#s', why: merged, since: '2026-01-01', note: 'See [a](/a/).' }\n";
  expect(moveInRedirects(text, '/a/', '/b/', '2026-02-02')).toBe(
    "# Kept.\n- { from: /x/, to: '/b/#s', why: merged, since: '2026-01-01', note: 'See [a](/b/).' }\n- { from: /a/, to: /b/, why: moved, since: '2026-02-02' }\n",
  );
  expect(() => moveInRedirects('a: b', '/a/', '/b/', '2026-02-02')).toThrow('is no list');
});
