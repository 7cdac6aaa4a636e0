import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadData } from '#model/data.ts';

// Readers that others wrote: Debian's Sphinx reads the inventory, and Debian's feedparser the feed.
const python = '/usr/bin/python3';
const has = (module: string) => spawnSync(python, ['-c', `import ${module}`]).status === 0;
const folder = mkdtempSync(path.join(tmpdir(), 'course-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const course = (names: string) => `Course\n======\n\n${names}\n`;

/** Builds a course of one page that links here by name; warnings are errors, as in a careful course. */
function buildCourse(names: string): { status: number | null; said: string; html: string } {
  writeFileSync(
    path.join(folder, 'conf.py'),
    `project = "Course"\nextensions = ["sphinx.ext.intersphinx"]\nintersphinx_mapping = {"cvm": ("https://example.org/", r"${path.resolve('dist/objects.inv')}")}\nnitpicky = True\nhtml_theme = "basic"\n`,
  );
  writeFileSync(path.join(folder, 'index.rst'), course(names));
  const out = path.join(folder, 'out');
  rmSync(out, { recursive: true, force: true });
  const { status, stderr } = spawnSync(python, ['-m', 'sphinx', '-q', '-W', '-b', 'html', folder, out], {
    encoding: 'utf8',
  });
  return { status, said: stderr, html: status === 0 ? readFileSync(path.join(out, 'index.html'), 'utf8') : '' };
}

test.skipIf(!has('sphinx'))(
  'a course made with Sphinx links to a page, a section and a term by name',
  () => {
    const { status, said, html } = buildCourse(
      ':doc:`isolation <cvm:traits/isolation>`, :ref:`escapes <cvm:traits-isolation-known-escapes>` and :term:`cvm:Hypervisor`.',
    );
    expect(status, said).toBe(0);
    expect(html).toContain('href="https://example.org/traits/isolation/"');
    expect(html).toContain('href="https://example.org/traits/isolation/#known-escapes"');
    expect(html).toContain('href="https://example.org/reference/glossary/#hypervisor"');
  },
  60_000,
);

test.skipIf(!has('sphinx'))(
  'a name that does not exist stops the course',
  () => {
    expect(buildCourse(':ref:`x <cvm:traits-isolation-no-such-section>`.').status).not.toBe(0);
  },
  60_000,
);

test.skipIf(!has('feedparser'))('feedparser reads every change from the Atom feed', () => {
  const script =
    'import feedparser, json, sys; f = feedparser.parse(sys.argv[1]); print(json.dumps([bool(f.bozo), f.feed.title, [[e.id, e.title, e.updated] for e in f.entries]]))';
  const { stdout } = spawnSync(python, ['-c', script, 'dist/changes.atom'], { encoding: 'utf8' });
  const [broken, title, entries] = JSON.parse(stdout) as [boolean, string, [string, string, string][]];
  expect(broken).toBe(false);
  expect(title).toContain('changes that matter to courses');
  const { changes } = loadData('.').data;
  expect(entries.map(([id]) => id.split('#')[1])).toEqual(changes.map(({ id }) => id));
  expect(entries.map(([, , updated]) => updated.slice(0, 10))).toEqual(changes.map(({ date }) => date));
});
