import { describe, expect, test } from 'vitest';
import {
  bytesSource,
  checkFile,
  checkText,
  notesOf,
  placesWords,
  remarks,
  stateWords,
  sumWords,
  type Line,
} from '#features/check-course/index.ts';
import { faults, forms, links, moved, site } from '../../support/course-files.ts';
import { courseIndex } from '../../support/course-index.ts';
import { t } from '../../../tools/check-course/words.ts';

const index = courseIndex();
const check = (name: string, body: Uint8Array, since?: string) => checkFile(name, bytesSource(body), { index, since });
const text = (body: string, since?: string) => checkText('links', body, { index, since });
const byUrl = (lines: readonly Line[]) => new Map(lines.map((line) => [line.url, line]));
const stateOf = async (link: string) => (await text(link)).lines[0]?.state;

describe('33 links with six planted faults', () => {
  test('are thirteen forms', () => {
    expect(links).toHaveLength(33);
    expect(new Set(links).size).toBe(33);
    expect(Object.keys(forms())).toHaveLength(13);
  });
  test.each(Object.entries(forms()))('%s', async (name, body) => {
    const { lines, troubles } = await check(name, body);
    expect(troubles).toEqual([]);
    const found = byUrl(lines);
    expect([...found.keys()].sort()).toEqual([...links].sort());
    const faulty = lines.filter(({ state }) => state === 'unknown' || state === 'retired').map(({ url }) => url);
    expect(faulty.sort()).toEqual(faults.map((address) => site + address).sort());
    for (const [from, to] of Object.entries(moved))
      expect(found.get(site + from)).toMatchObject({ state: 'moved', to });
    expect(found.get(`${site}/traits/isolation/#:~:text=A%20container,kernel`)).toMatchObject({
      state: 'unpromised',
      why: 'fragment',
    });
    expect(lines.filter(({ state }) => state === 'works')).toHaveLength(33 - 6 - 2 - 1);
  });
});

describe('where a link stands', () => {
  const place = async (name: string, number: number) => {
    const { lines } = await check(name, forms()[name]!);
    return placesWords(byUrl(lines).get(links[number]!)!.places, t);
  };
  test('is told by line, cell, page and part', async () => {
    expect(await place('course.md', 4)).toBe('line 5');
    expect(await place('course.html', 4)).toBe('line 7');
    expect(await place('course.ipynb', 4)).toBe('cell 5');
    expect(await place('course.pdf', 4)).toBe('page 1');
    expect(await place('course.epub', 4)).toBe('OEBPS/chapter.xhtml');
  });
  test('is told by slide as its audience counts, which is not the order of the files', async () => {
    expect(await place('course.pptx', 4)).toBe(`slide ${links.length - 4}`);
    expect(await place('course.odp', 4)).toBe('slide 5');
  });
  test('is told once for a link that stands in many places', async () => {
    const { lines } = await text(Array(9).fill(`${site}/traits/isolation/`).join('\n'));
    expect(lines).toHaveLength(1);
    expect(placesWords(lines[0]!.places, t)).toBe('line 1, line 2, line 3 and 6 more');
  });
});

describe('a link in a sentence', () => {
  test.each([
    [`(${site}/go/vm/).`, `${site}/go/vm/`],
    [`**${site}/go/vm/**`, `${site}/go/vm/`],
    [`[a](${site}/go/vm/)[b](${site}/go/vms/)`, `${site}/go/vm/ ${site}/go/vms/`],
    [`[${site}/go/vm/](${site}/go/vm/)`, `${site}/go/vm/`],
    [`${site}/go/vm/,${site}/go/home/`, `${site}/go/vm/ ${site}/go/home/`],
    ['say containers-vs-vms.example/go/vm, then', 'containers-vs-vms.example/go/vm'],
    [String.raw`https\://containers-vs-vms.example/teach/\#licence-line`, `${site}/teach/#licence-line`],
    [String.raw`"https:\/\/containers-vs-vms.example\/go\/vm\/"`, `${site}/go/vm/`],
    [`${site}/traits/isola… and ${site}/tra...`, ''],
    [
      `https://www-containers-vs-vms.example/go/vm/ me@containers-vs-vms.example ${site}.evil.example/go/x/ ${site}:8080/x/`,
      '',
    ],
  ])('%s', async (sentence, found) => {
    expect((await text(sentence)).lines.map(({ url }) => url).sort()).toEqual(found.split(' ').filter(Boolean).sort());
  });
  test('is found in words that the runs of a document split', async () => {
    const { docx } = await import('../../support/course-files.ts');
    const runs =
      '<w:p><w:r><w:t>containers-vs-</w:t></w:r><w:r><w:t>vms.example/go/is</w:t></w:r><w:r><w:t>olation/</w:t></w:r></w:p>';
    const { lines } = await check(
      'a.docx',
      docx([], { 'word/footnotes.xml': Buffer.from(`<w:footnotes>${runs}</w:footnotes>`) }),
    );
    expect(lines).toMatchObject([{ url: 'containers-vs-vms.example/go/isolation/', state: 'works' }]);
  });
  test('is found where a PDF only prints it, and not twice where it is cut at the end of a line', async () => {
    const { pdf } = await import('../../support/course-files.ts');
    const { lines } = await check(
      'a.pdf',
      pdf([`${site}/traits/isolation/`], ['containers-vs-vms.example/go/vm/', `${site}/traits/isol`, 'ation/']),
    );
    expect(lines.map(({ url, state }) => [url, state])).toEqual([
      [`${site}/traits/isolation/`, 'works'],
      ['containers-vs-vms.example/go/vm/', 'works'],
    ]);
  });
});

describe('what is said of a link', () => {
  test('an unknown one has the nearest known beside it', async () => {
    const nearest = async (address: string) => (await text(site + address)).lines[0]!.nearest;
    expect(await nearest('/go/isolatoin/')).toEqual(['/go/isolation/']);
    expect(await nearest('/traits/isolation/#known-escape')).toEqual(['/traits/isolation/#known-escapes']);
    expect(await nearest('/concepts/isolation/#known-escapes')).toEqual(['/traits/isolation/#known-escapes']);
    expect(await nearest('/d/stack-vm.svg')).toEqual(['/d/stack-vms.svg']);
    expect(await nearest('/go/isolation/#known-escape')).toEqual(['/go/isolation/#known-escapes']);
  });
  test('what the layout, a search or the pages make has no promise', async () => {
    expect(await stateOf(`${site}/traits/isolation/#ref-3`)).toBe('unpromised');
    expect(await stateOf(`${site}/traits/isolation/#_top`)).toBe('unpromised');
    expect(await stateOf(`${site}/search/?q=kernel`)).toBe('unpromised');
    expect(await stateOf(`${site}/_astro/site.123.js`)).toBe('unpromised');
    expect(await stateOf(`${site}/search/`)).toBe('works');
    expect(await stateOf(`${site}/__proto__/`)).toBe('unknown');
    expect(await stateOf(`${site}/go/constructor/`)).toBe('unknown');
  });
  test('sentences say what to do', async () => {
    const say = async (link: string, since?: string) => {
      const [line] = (await text(link, since)).lines;
      return [stateWords(line!, t), ...remarks(line!, t)].join(' | ');
    };
    expect(await say(`${site}/concepts/given-up/`)).toBe('given up | Read about containers instead.');
    expect(await say(`${site}/concepts/old-name/#not-true`)).toBe('moved to /concepts/containers/#not-true');
    expect(await say('http://containers-vs-vms.example/go/vm/')).toBe('works | Write it with https.');
    expect(await say(`${site}/go/isolation/#known-escapes`, '2026-12-01')).toBe(
      'works | Changed on 2026-12-03. Corrected: c-section: /reference/changes/#c-section',
    );
  });
  test('changes are those since the day, of the section, its page or the whole page, and not what is new', async () => {
    const changes = async (address: string, since?: string) =>
      (await text(site + address, since)).lines[0]!.changes.map(({ at }) => at.split('#')[1]);
    expect(await changes('/traits/isolation/', '2026-12-01')).toEqual(['c-section']);
    expect(await changes('/traits/isolation/#numbers', '2026-12-01')).toEqual([]);
    expect(await changes('/reference/questions/#q-engine-layer-like-vm', '2026-12-01')).toEqual(['c-page']);
    expect(await changes('/traits/isolation/', '2026-10-01')).toEqual(['c-section', 'c-old']);
    expect(await changes('/traits/isolation/')).toEqual([]);
  });
  test('counts are one line', async () => {
    const report = await text(`${site}/go/vm/ ${site}/go/vmm/`, '2026-12-01');
    expect(sumWords([report], t)).toBe('2 links · 1 unknown · 1 works');
    expect(sumWords([await text('nothing here')], t)).toBe('0 links');
  });
});

describe('copies of the site', () => {
  const copy = 'https://uni.example/teaching/cvm';
  test('at another address are pointed out, and checked when named', async () => {
    const body = `${copy}/traits/isolation/#known-escapes ${copy}/go/isolatoin/ https://other.example/go/home.html`;
    const report = await text(body);
    expect(report.lines).toEqual([]);
    expect(notesOf(report, t)).toEqual([
      `links: 1 link leads to ${copy}, which looks like a copy of this site. Name it too to have it checked.`,
    ]);
    const named = await checkText('links', body, { index: { ...index, bases: [...index.bases, copy] } });
    expect(named.lines.map(({ state }) => state)).toEqual(['unknown', 'works']);
    expect(notesOf(named, t)).toEqual([]);
  });
  test('that list no files yet have their pictures all the same', async () => {
    const older = { ...index, files: {} };
    const { lines } = await checkText(
      'links',
      `${site}/d/stack-vms-dark.svg ${site}/objects.inv ${site}/d/no-such.png`,
      { index: older },
    );
    expect(lines.map(({ state }) => state)).toEqual(['unknown', 'works', 'works']);
  });
});
