import { gunzipSync } from 'node:zlib';
import { strToU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  bytesSource,
  checkFile,
  correctFile,
  fixedName,
  isFixed,
  joinBytes,
  Trouble,
} from '#features/check-course/index.ts';
import { walkTar } from '#features/check-course/core/tar.ts';
import { docx, forms, links, moved, pptx, site } from '../../support/course-files.ts';
import { courseIndex } from '../../support/course-index.ts';

const index = courseIndex();
const check = (name: string, body: Uint8Array) => checkFile(name, bytesSource(body), { index });
const fix = async (name: string, body: Uint8Array) => {
  const { chunks, count } = await correctFile(name, bytesSource(body), index);
  return { body: joinBytes(chunks), count };
};
const fixText = async (text: string) => new TextDecoder().decode((await fix('a.md', strToU8(text))).body);

describe('a corrected copy', () => {
  const all = Object.entries(forms()).filter(([name]) => name !== 'course.pdf');
  test.each(all)('of %s has the new addresses, and all other links as they were', async (name, original) => {
    const before = original.slice();
    const { body, count } = await fix(name, original);
    expect(count).toBe(2);
    expect(original).toEqual(before);
    const { lines, troubles } = await check(name, body);
    expect(troubles).toEqual([]);
    expect(lines.filter(({ state }) => state === 'moved')).toEqual([]);
    const wanted = links.map((url) => (moved[url.slice(site.length)] ? site + moved[url.slice(site.length)] : url));
    expect(lines.map(({ url }) => url).sort()).toEqual([...new Set(wanted)].sort());
  });

  test('of a package has every other part as it was, in its order, for another reader too', async () => {
    const original = pptx(links, { 'ppt/media/film.mp4': new Uint8Array(5000).map((_, at) => (at * 7919) % 251) });
    const { body } = await fix('a.pptx', original);
    const [before, after] = [unzipSync(original), unzipSync(body)];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const changed = Object.keys(before).filter((name) => Buffer.compare(before[name]!, after[name]!) !== 0);
    expect(changed).toHaveLength(2);
    for (const name of changed) expect(name).toMatch(/^ppt\/slides\/_rels\//);
  });

  test('of a book has its type first and unpacked, as readers ask', async () => {
    const { body } = await fix('a.epub', forms()['course.epub']!);
    expect(Buffer.from(body.subarray(30, 58)).toString()).toBe('mimetypeapplication/epub+zip');
  });

  test('of a Moodle backup has the new sizes in its list of files', async () => {
    const { body } = await fix('a.mbz', forms()['course.mbz']!);
    const sizes = new Map<string, number>();
    let list = '';
    const tar = gunzipSync(body);
    await walkTar(bytesSource(tar).stream(), (member) => (bytes) => {
      sizes.set(member.name, bytes.length);
      if (member.name === '.ARCHIVE_INDEX') list = new TextDecoder().decode(bytes);
    });
    expect(list).toContain(`activities/page_1/page.xml\tf\t${sizes.get('activities/page_1/page.xml')}\t1790000000`);
  });

  test.each([
    [
      'keeps what stands before the address',
      'See containers-vs-vms.example/concepts/old-name/.',
      'See containers-vs-vms.example/concepts/containers/.',
    ],
    ['keeps a query', `${site}/concepts/old-name/?from=x#not-true)`, `${site}/concepts/containers/?from=x#not-true)`],
    [
      'corrects each of several',
      `<${site}/concepts/old-name/> <${site}/concepts/old-name>`,
      `<${site}/concepts/containers/> <${site}/concepts/containers/>`,
    ],
    [
      'finds the end where a quote is escaped',
      `href=&amp;quot;${site}/concepts/old-name/&amp;quot;&gt;`,
      `href=&amp;quot;${site}/concepts/containers/&amp;quot;&gt;`,
    ],
    ['leaves what is unknown', `${site}/concepts/old-nam/`, `${site}/concepts/old-nam/`],
    [
      'keeps marks and line ends',
      `\ufeffa\r\n${site}/concepts/old-name/\r\n`,
      `\ufeffa\r\n${site}/concepts/containers/\r\n`,
    ],
  ])('%s', async (_, before, after) => expect(await fixText(before)).toBe(after.replace('\ufeff', '')));

  test('has the mark at its beginning if the file had', async () => {
    const { body } = await fix('a.md', strToU8(`\ufeff${site}/concepts/old-name/`));
    expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe('is not made', () => {
  const why = async (name: string, body: Uint8Array) => {
    const error: unknown = await fix(name, body).catch((thrown: unknown) => thrown);
    return error instanceof Trouble ? error.reason : undefined;
  };
  test('of a PDF, of what is signed, and of what cannot be read', async () => {
    expect(await why('a.pdf', forms()['course.pdf']!)).toBe('fixForm');
    expect(await why('a.docx', docx(links, { '_xmlsignatures/sig1.xml': strToU8('<x/>') }))).toBe('signed');
    expect(await why('a.docx', docx(links).subarray(0, 900))).toBe('truncated');
  });
});

test('the name of a copy says what it is, and a folder passes it over', () => {
  expect(['a.pptx', 'b.tar.gz', 'c', 'd.e/f'].map(fixedName)).toEqual([
    'a.fixed.pptx',
    'b.fixed.tar.gz',
    'c.fixed',
    'd.e/f.fixed',
  ]);
  expect(['a.fixed.pptx', 'c.fixed', 'fixed.pptx', 'a.fixed.b.pptx'].map(isFixed)).toEqual([true, true, false, false]);
});
