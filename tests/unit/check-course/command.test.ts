import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forms, html, links, pptx, site } from '../../support/course-files.ts';
import { changesFeed, linksDocument } from '../../support/course-index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'check-course-'));
const inFolder = (...names: string[]) => path.join(folder, ...names);
const put = (name: string, body: string | Uint8Array) => {
  mkdirSync(path.dirname(inFolder(name)), { recursive: true });
  writeFileSync(inFolder(name), body);
};
const bin = inFolder('node_modules/containers-vs-vms-check-course/bin/check-course.mjs');

interface Ran {
  code: number | null;
  out: string;
  error: string;
}

/** Runs the packed command in a folder outside of the project, as npx does once it has unpacked it. */
const run = (...args: string[]) =>
  new Promise<Ran>((done) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: folder });
    const said = { out: '', error: '' };
    child.stdout.on('data', (data: Buffer) => (said.out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (said.error += data.toString()));
    child.on('close', (code) => done({ code, ...said }));
  });

beforeAll(() => {
  execFileSync('npm', ['pack', path.resolve('tools/check-course'), '--pack-destination', folder, '--silent']);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  const target = inFolder('node_modules/containers-vs-vms-check-course');
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', inFolder(archive), '-C', target, '--strip-components=1']);
  // What npm would install beside it.
  symlinkSync(path.resolve('node_modules/unpdf'), inFolder('node_modules/unpdf'));
  put('site/links.json', JSON.stringify(linksDocument()));
  put('site/changes.json', JSON.stringify(changesFeed));
  for (const [name, body] of Object.entries(forms())) put(`course/${name}`, body);
  put('course/.git/hidden.md', `${site}/nowhere/`);
  put('course/node_modules/x/readme.md', `${site}/nowhere/`);
  put('course/photo.png', 'x');
  put('good.md', `[a](${site}/go/vm/)\n`);
  put('old.md', `[a](${site}/concepts/old-name/)\n`);
  put('text.md', `[a](${site}/go/vm/) ${site}/traits/isolation/#:~:text=a\n`);
  put('broken.pptx', pptx(links).subarray(0, 400));
});

test('the package holds the command, its licences and nothing of the site', () => {
  const files = readdirSync(path.dirname(path.dirname(bin)), { recursive: true }).map(String);
  for (const name of ['README.md', 'lib/LICENSE', 'lib/LICENSE-fastest-levenshtein']) expect(files).toContain(name);
  expect(files.filter((name) => name.startsWith('lib')).length).toBeGreaterThan(1);
  expect(files.filter((name) => name.endsWith('.ts'))).toEqual([]);
  const words = readFileSync(path.join(path.dirname(bin), '../lib/cli.js'), 'utf8');
  expect(words).toContain('checkCommand.help');
  expect(words).not.toContain('search.title');
});

describe('from a folder outside of the project', () => {
  test('a folder with the course in thirteen forms: each fault in each, and nothing else', async () => {
    const { code, out } = await run('--base', 'site', 'course', '--json');
    expect(code).toBe(1);
    const { files } = JSON.parse(out) as { files: { name: string; links: { state: string }[]; troubles: unknown[] }[] };
    expect(files.map(({ name }) => path.basename(name)).sort()).toEqual(Object.keys(forms()).sort());
    for (const { name, links: all, troubles } of files) {
      const count = (state: string) => all.filter((link) => link.state === state).length;
      const counts = [
        all.length,
        count('unknown'),
        count('retired'),
        count('moved'),
        count('unpromised'),
        troubles.length,
      ];
      expect(counts, name).toEqual([33, 5, 1, 2, 1, 0]);
    }
  });

  test('a line for each link says where it stands and what became of it', async () => {
    const { code, out } = await run(
      '--base',
      'site/links.json',
      'course/course.md',
      '--quiet',
      '--since',
      '2026-12-01',
    );
    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toBe(
      'course/course.md: 33 links · 5 unknown · 1 given up · 2 moved · 1 no promise · 24 works · 9 changed',
    );
    expect(lines).toContain(`  line 25: ${site}/go/isolatoin/: unknown. The nearest known: /go/isolation/`);
    expect(lines).toContain(`  line 30: ${site}/concepts/given-up/: given up. Read about containers instead.`);
    expect(lines).toContain(`  line 31: ${site}/concepts/old-name/#not-true: moved to /concepts/containers/#not-true`);
    expect(lines.filter((line) => line.includes(': works'))).toSatisfy((works: string[]) =>
      works.every((line) => line.includes('Changed on')),
    );
  });

  test('the exit code says what happened', async () => {
    const code = async (...args: string[]) => (await run('--base', 'site', ...args)).code;
    expect(await code('good.md', 'old.md')).toBe(0);
    expect(await code('old.md', '--strict')).toBe(1);
    expect(await code('text.md', '--strict')).toBe(1);
    expect(await code(`${site}/go/isolatoin/`)).toBe(1);
    expect(await code(`${site}/go/isolation/`)).toBe(0);
    expect(await code('broken.pptx', 'good.md')).toBe(2);
    expect(await code('broken.pptx', 'course/course.md')).toBe(3);
    expect(await code('no-such-file.md')).toBe(2);
    expect(await code()).toBe(64);
    expect(await code('good.md', '--wrong')).toBe(64);
    expect(await code('good.md', '--since', '2026-13-01')).toBe(64);
    expect((await run('good.md')).code).toBe(64);
    expect((await run('good.md', '--base', 'nowhere')).code).toBe(69);
    expect((await run('good.md', '--base', 'good.md')).code).toBe(69);
    expect((await run('--help')).code).toBe(0);
  });

  test('messages say what to do', async () => {
    expect((await run('good.md')).error).toMatch(/^check-course: Name the site to check by: --base/);
    expect((await run('good.md', '--base', 'nowhere')).error).toBe(
      'check-course: nowhere/links.json is missing. Name the folder of a build, or the address of a copy of the site.\n',
    );
    expect((await run('good.md', 'broken.pptx', '--base', 'site')).out).toContain(
      '  ! broken.pptx is cut off: its end is missing. Download or save it again.',
    );
  });

  test('--fix writes copies beside the files, in full, never over what is there', async () => {
    put('fix/page.html', html(links));
    const before = readFileSync(inFolder('fix/page.html'));
    const first = await run('--base', 'site', '--fix', 'fix');
    expect(first.out).toContain('fix/page.fixed.html: 2 links corrected.');
    expect(readFileSync(inFolder('fix/page.html'))).toEqual(before);
    expect(readdirSync(inFolder('fix')).sort()).toEqual(['page.fixed.html', 'page.html']);
    const again = await run('--base', 'site', '--fix', 'fix');
    expect(again.code).toBe(3);
    expect(again.out).toContain(
      'was not written: fix/page.fixed.html is there already. Delete it or name another folder.',
    );
    const other = await run('--base', 'site', '--fix', '--out', 'corrected', 'fix');
    expect(other.code).toBe(1);
    expect((await run('--base', 'site', 'corrected', '--json')).out).not.toContain('"moved"');
  });

  test('--fix says what it leaves', async () => {
    const { out, code } = await run('--base', 'site', '--fix', '--out', 'corrected-pdf', 'course/course.pdf');
    expect(code).toBe(3);
    expect(out).toContain(
      'course/course.pdf cannot be corrected in this form. Correct the document that it was made from.',
    );
    expect(existsSync(inFolder('corrected-pdf'))).toBe(false);
  });
});

describe('the addresses of a copy on the web', () => {
  const server = createServer((request, response) => {
    const name = /^\/cvm\/((?:links|changes)\.json)$/.exec(request.url ?? '')?.[1];
    response.writeHead(name ? 200 : 404).end(name && readFileSync(inFolder('site', name)));
  });
  let base = '';
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/cvm`;
  });
  afterAll(() => void server.close());

  test('serve for links to the copy and to the site itself', async () => {
    put('copy.md', `${base}/go/isolatoin/ ${site}/go/vm/ https://uni.example/x/go/nothing/\n`);
    const { code, out } = await run('--base', `${base}/`, '--also', 'https://uni.example/x', 'copy.md');
    expect(code).toBe(1);
    expect(out).toContain('copy.md: 3 links · 2 unknown · 1 works');
  });
  test('are asked for in vain where there is no copy', async () => {
    const { code, error } = await run('--base', `${base}/elsewhere`, 'good.md');
    expect([code, error]).toEqual([
      69,
      `check-course: ${base}/elsewhere/links.json does not answer: HTTP 404. Name another copy of the site with --base.\n`,
    ]);
  });
});
