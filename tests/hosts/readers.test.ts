import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { asBibtex, asCsl, asMarkdown } from '#features/share/formats.ts';
import { loadData } from '#model/data.ts';
import { t as translate } from '#model/i18n.ts';

// Readers that others wrote: Debian's Sphinx reads the inventory, and Debian's feedparser the feed.
const python = '/usr/bin/python3';
const has = (module: string) => spawnSync(python, ['-c', `import ${module}`]).status === 0;
const folder = mkdtempSync(path.join(tmpdir(), 'course-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const course = (names: string) => `Course\n======\n\n${names}\n`;

/** Builds a course of one page that links here by name; warnings are errors, as in a careful course. */
function buildCourse(names: string, kind: 'rst' | 'md' = 'rst'): { status: number | null; said: string; html: string } {
  writeFileSync(
    path.join(folder, 'conf.py'),
    `project = "Course"\nextensions = ["sphinx.ext.intersphinx"${kind === 'md' ? ', "myst_parser"' : ''}]\nintersphinx_mapping = {"cvm": ("https://example.org/", r"${path.resolve('dist/objects.inv')}")}\nnitpicky = True\nhtml_theme = "basic"\n`,
  );
  for (const other of ['rst', 'md']) rmSync(path.join(folder, `index.${other}`), { force: true });
  writeFileSync(path.join(folder, `index.${kind}`), kind === 'md' ? `# Course\n\n${names}\n` : course(names));
  const out = path.join(folder, 'out');
  rmSync(out, { recursive: true, force: true });
  const { status, stderr } = spawnSync(python, ['-m', 'sphinx', '-q', '-W', '-b', 'html', folder, out], {
    encoding: 'utf8',
  });
  return { status, said: stderr, html: status === 0 ? readFileSync(path.join(out, 'index.html'), 'utf8') : '' };
}

/** Builds a course of these names, and holds that it links to these addresses of the site. */
function expectLinks(names: string, addresses: readonly string[], kind: 'rst' | 'md' = 'rst'): void {
  const { status, said, html } = buildCourse(names, kind);
  expect(status, said).toBe(0);
  for (const address of addresses) expect(html).toContain(`href="https://example.org/${address}"`);
}

test.skipIf(!has('sphinx'))(
  'a course made with Sphinx links to a page, a section and a term by name',
  () => {
    expectLinks(
      ':doc:`isolation <cvm:traits/isolation>`, :ref:`escapes <cvm:traits-isolation-known-escapes>` and :term:`cvm:Hypervisor`.',
      ['traits/isolation/', 'traits/isolation/#known-escapes', 'reference/glossary/#hypervisor'],
    );
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

test.skipIf(!has('sphinx'))(
  'a course names terms by id, figures, drawings and files',
  () => {
    expectLinks(
      ':term:`a group <cvm:cgroup>`, :term:`cvm:Guest kernel`, :ref:`cvm:reference-numbers--fc-boot-125ms`, :ref:`cvm:teach-diagrams--stack-vms`, :doc:`cvm:embed/stack-vms` and :ref:`cvm:d/stack-vms-slide.svg`.',
      [
        'reference/glossary/#cgroup',
        'reference/glossary/#guest-kernel',
        'reference/numbers/#fc-boot-125ms',
        'teach/diagrams/#stack-vms',
        'embed/stack-vms/',
        'd/stack-vms-slide.svg',
      ],
    );
  },
  60_000,
);

test.skipIf(!has('myst_parser'))(
  'a course written in Markdown links to a page, a section, terms, a figure, a drawing and a short link, in the roles of MyST',
  () => {
    expectLinks(
      '{doc}`cvm:traits/isolation`, {ref}`escapes <cvm:traits-isolation--known-escapes>`, {term}`cvm:cgroup`, {term}`cvm:Guest kernel`, {ref}`cvm:reference-numbers--fc-boot-125ms`, {ref}`cvm:teach-diagrams--stack-vms` and {doc}`cvm:go/isolation`.',
      [
        'traits/isolation/',
        'traits/isolation/#known-escapes',
        'reference/glossary/#cgroup',
        'reference/glossary/#guest-kernel',
        'reference/numbers/#fc-boot-125ms',
        'teach/diagrams/#stack-vms',
        'go/isolation/',
      ],
      'md',
    );
  },
  60_000,
);

test.skipIf(!has('myst_parser'))(
  'a course written in Markdown is stopped by a term that is not there',
  () => {
    expect(buildCourse('{term}`cvm:Guest kernels of all sorts`.', 'md').status).not.toBe(0);
  },
  60_000,
);

const pandoc = (args: readonly string[], input: string) => spawnSync('pandoc', args, { input, encoding: 'utf8' });
const cited = {
  heading: 'Known escapes',
  page: 'Isolation',
  licence: 'CC BY 4.0',
  siteTitle: 'The site',
  changed: '2026-11-05',
  accessed: '2026-11-25',
  language: 'en',
};

test.skipIf(spawnSync('pandoc', ['--version']).status !== 0)(
  'pandoc links to a section, a term of two words, a figure and a drawing, in every form that a page gives',
  () => {
    const measured = { conditions: 'one vCPU, 128 MiB', year: '2018' };
    const places = [
      { id: 'traits/isolation/#known-escapes', key: 'traits:isolation.known-escapes', heading: 'Known escapes' },
      { id: 'reference/glossary/#guest-kernel', key: 'reference:glossary.guest-kernel', heading: 'Guest kernel' },
      { id: 'reference/numbers/#fc-boot-125ms', key: 'reference:numbers.fc-boot-125ms', heading: '125 ms', measured },
      { id: 'teach/diagrams/#stack-vms', key: 'teach:diagrams.stack-vms', heading: 'Three VMs' },
    ].map(({ id, key, ...rest }) => ({
      key: `cvm:${key}`,
      cited: { ...cited, ...rest, url: `https://example.org/${id}` },
    }));
    const bibliography = path.join(folder, 'places.bib');
    writeFileSync(bibliography, places.map((place) => asBibtex(place.cited, translate)).join('\n'));
    const cites = places.map(({ key }) => `@${key}`).join(', ');
    const links = places.map((place) => asMarkdown(place.cited, translate)).join('\n\n');
    const { stdout, stderr } = pandoc(
      ['--citeproc', '--bibliography', bibliography, '-f', 'markdown', '-t', 'html', '--wrap=none'],
      `${links}\n\n${cites}.\n`,
    );
    expect(stderr).toBe('');
    for (const { key, cited: place } of places) {
      expect(stdout).toContain(`<p><a href="${place.url}">${place.heading}`);
      expect(stdout).toContain(`id="ref-${key}"`);
      expect(stdout.split(`href="${place.url}"`).length, place.url).toBe(3);
    }
    expect(stdout).toContain('one vCPU, 128 MiB');
    // A key that is in no bibliography is told.
    expect(pandoc(['--citeproc', '--bibliography', bibliography], '@cvm:none.').stderr).toContain('cvm:none');
  },
);

test.skipIf(spawnSync('pandoc', ['--version']).status !== 0)('pandoc finds the keys of both citations', () => {
  const t = translate;
  const files = {
    'a.bib': asBibtex({ ...cited, url: 'https://example.org/traits/isolation/#known-escapes' }, t),
    'b.json': asCsl({ ...cited, url: 'https://example.org/teach/diagrams/' }, t),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const { stdout, stderr } = spawnSync(
    'pandoc',
    [
      '--citeproc',
      '--bibliography',
      path.join(folder, 'a.bib'),
      '--bibliography',
      path.join(folder, 'b.json'),
      '-t',
      'plain',
    ],
    { input: '@cvm:traits:isolation.known-escapes and @cvm:teach:diagrams.', encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(stdout).toContain('Contributors to The site (2026');
});

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
