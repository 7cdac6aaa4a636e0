import { spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { planMove } from '#features/permalinks/move/plan.ts';
import { updateRedirects } from '#features/permalinks/move/redirects-file.ts';
import { relink, relinkCode } from '#features/permalinks/move/text.ts';
import { copyProject } from '../../../tools/project-copy.ts';
import { commitAll, git, startHistory } from '../../support/git.ts';

const [old, now] = ['/hybrids/desktop-containers/', '/hybrids/laptops/'];
const command = 'src/features/permalinks/cli/move-page.ts';
let root = '';
// As the other limits this one only ends what hangs: another run may have the processors.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
beforeAll(() => {
  root = copyProject('.', 'shared');
  startHistory(root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const move = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { cwd: root, encoding: 'utf8' });
  return { status, printed: stdout + stderr };
};
/** What differs from the last commit, as git lists it. */
const changed = () => git(root, 'status', '--porcelain');

describe('a move that is refused leaves everything as it was, and says why', () => {
  test.each([
    ['a page that does not exist', '/hybrids/nothing/', now, 'There is no page /hybrids/nothing/'],
    ['an address that is taken', old, '/systems/docker/', '/systems/docker/ is taken'],
    ['an address without its slash', old, '/hybrids/laptops', 'with slashes at both ends'],
    ['an address of a short link', old, '/go/laptops/', 'is a reserved path'],
    ['an address of a frame', old, '/embed/laptops/', 'is a reserved path'],
    ['an address below the drawings', old, '/d/', 'is a reserved path'],
    ['an address below the cards', old, '/cards/laptops/', 'is a reserved path'],
    ['the address of a generated page', old, '/topics/', 'is a reserved path'],
  ])('%s', (_, from, to, why) => {
    expect(() => planMove(root, from, to, '2026-01-01')).toThrow(why);
  });

  test('no arguments, or a wrong one', () => {
    expect(move()).toMatchObject({ status: 1, printed: expect.stringContaining('Say from where to where') as string });
    expect(move(old, '/systems/docker/').printed).toContain('Not moved. /systems/docker/ is taken');
    expect(changed()).toBe('');
  });

  test('content with changes that are not committed, which a move could not undo', () => {
    const page = 'content/docs/traits/isolation.mdx';
    writeFileSync(path.join(root, page), `${read(page)}\nMore.\n`);
    expect(move(old, now).printed).toContain(`There are changes that are not committed:\n M ${page}\nCommit them`);
    expect(changed()).toBe(` M ${page}\n`);
    git(root, 'checkout', '--', '.');
  });

  test('content that the check refuses', () => {
    const page = 'content/docs/traits/isolation.mdx';
    writeFileSync(path.join(root, page), `${read(page)}\n[nowhere](/no/where/)\n`);
    commitAll(root, 'a dead link');
    expect(move(old, now).printed).toContain('there is no page /no/where/');
    expect(changed()).toBe('');
    git(root, 'reset', '-q', '--hard', 'HEAD~1');
  });

  test('content that git does not know', () => {
    expect(
      spawnSync(process.execPath, [path.resolve(command), old, now], { cwd: '/', encoding: 'utf8' }).stderr,
    ).toContain('Not moved. Git does not know content/');
  });
});

test('a move that is interrupted while it checks is undone', async () => {
  const running = spawn(process.execPath, [command, old, now], { cwd: root, stdio: 'ignore' });
  const ended = new Promise((resolve) => running.once('exit', resolve));
  // Not by `git status`: it maps the files it compares, and is killed when one is cut short under it.
  const written = path.join(root, 'content/docs/hybrids/laptops.mdx');
  while (!existsSync(written) && running.exitCode === null) await wait(5);
  running.kill('SIGINT');
  await ended;
  expect(running.exitCode).toBe(1);
  expect(changed()).toBe('');
});

describe('a move', () => {
  afterEach(() => git(root, 'reset', '-q', '--hard', 'main'));
  beforeAll(() => git(root, 'checkout', '-q', '-b', 'moves'));

  test('takes file, links, sidebar and short link along, and records the redirect; twice gives no chain', () => {
    const day = new Date().toISOString().slice(0, 10);
    expect(move(old, now)).toMatchObject({ status: 0 });
    expect(existsSync(path.join(root, 'content/docs/hybrids/laptops.mdx'))).toBe(true);
    expect(existsSync(path.join(root, 'content/docs/hybrids/desktop-containers.mdx'))).toBe(false);
    expect(read('content/data/navigation.yml')).toContain(`- ${now}\n`);
    expect(read('content/data/short-links.yml')).toContain(`word: desktop, to: ${now}`);
    expect(read('content/data/redirects.yml')).toContain(`{ from: ${old}, to: ${now}, why: moved, since: '${day}' }`);
    expect(read('content/data/published.txt')).toContain(`${old}\n`);
    const left = globSync('content/**/*.{mdx,yml}', { cwd: root }).filter((file) => read(file).includes(old));
    expect(left).toEqual(['content/data/redirects.yml']);

    commitAll(root, 'moved');
    expect(move(now, '/hybrids/machines/')).toMatchObject({ status: 0 });
    expect(read('content/data/redirects.yml')).toContain(`{ from: ${old}, to: /hybrids/machines/`);
    commitAll(root, 'moved again');
    expect(move('/hybrids/machines/', old)).toMatchObject({ status: 0 });
    expect(read('content/data/redirects.yml')).not.toContain(`from: ${old}`);
    expect(read('content/data/redirects.yml')).toContain(`{ from: ${now}, to: ${old}`);
  });

  test('of a page that code names by its address takes the code along', () => {
    expect(move('/reference/glossary/', '/reference/terms/')).toMatchObject({ status: 0 });
    const left = globSync('{src,tools}/**/*.{ts,astro,mjs}', { cwd: root }).filter((file) =>
      read(file).includes('/reference/glossary/'),
    );
    expect(left).toEqual([]);
    expect(changed()).toMatch(/ M src\/model\//);
  });
});

test('only the address itself is rewritten, not one that begins with it', () => {
  const text = "[a](/a/) [b](/a/#x) [c](/a/b/) '/a/' to: /a/\nhttps://example.org/a/ /c/a/ `/a/`";
  expect(relink(text, '/a/', '/z/y/')).toBe(
    "[a](/z/y/) [b](/z/y/#x) [c](/a/b/) '/z/y/' to: /z/y/\nhttps://example.org/a/ /c/a/ `/z/y/`",
  );
});

test('in code, an address that is joined to a base is rewritten as well', () => {
  expect(relinkCode("'/a/b/' 'a/b/' `${url}a/b/#x` 'a/b/c/' 'x/a/b/'", '/a/b/', '/z/')).toBe(
    "'/z/' 'z/' `${url}z/#x` 'a/b/c/' 'x/a/b/'",
  );
});

test('comments of the redirects stay', () => {
  const text = "# Kept.\n- { from: /x/, to: '/a/#s', why: merged, since: '2026-01-01', note: 'See [a](/a/).' }\n";
  expect(updateRedirects(text, '/a/', '/b/', '2026-02-02')).toBe(
    "# Kept.\n- { from: /x/, to: '/b/#s', why: merged, since: '2026-01-01', note: 'See [a](/b/).' }\n- { from: /a/, to: /b/, why: moved, since: '2026-02-02' }\n",
  );
  expect(() => updateRedirects('a: b', '/a/', '/b/', '2026-02-02')).toThrow('is not a list');
});
