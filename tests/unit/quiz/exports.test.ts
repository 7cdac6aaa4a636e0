import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parse as parseCsv } from 'csv-parse/sync';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { parse as parseGift } from 'gift-pegjs';
import { describe, expect, test } from 'vitest';
import { apkgFile } from '#features/quiz/exports/apkg.ts';
import { allItems, quizBank } from '#features/quiz/exports/bank.ts';
import { cartridgeFile } from '#features/quiz/exports/cartridge.ts';
import { csvColumns } from '#features/quiz/exports/csv.ts';
import { fileNames, quizFiles } from '#features/quiz/exports/files.ts';
import { bytesSource, checkFile } from '#features/check-course/index.ts';
import { linkRecords } from '#features/exports/link-index/links.ts';
import { readRegistry, shortLinks } from '#features/permalinks/index.ts';
import { contentChanged } from '#model/once-read.ts';
import { drawingsOfSection } from '#model/drawings.ts';
import { siteModel } from '#model/model.ts';
import { readNavigation } from '#model/navigation.ts';
import { site } from '../../support/course-files.ts';
import { courseIndex } from '../../support/course-index.ts';
import { textsOf, validatorOf } from './schemas.ts';

const origin = 'https://course.example';
const base = '/vms/';
siteModel();
// The processor's time, since the machine may be busy with other tests.
const started = process.cpuUsage();
const files = new Map(quizFiles(origin, base).map((file) => [file.name, file.bytes]));
const { user, system } = process.cpuUsage(started);
const bank = quizBank(origin, base);
const items = allItems(bank);
const ids = items.map(({ id }) => id);
const text = (name: string) => strFromU8(files.get(name)!);
const unzip = (name: string) =>
  new Map(Object.entries(unzipSync(files.get(name)!)).map(([file, bytes]) => [file, strFromU8(bytes)]));

test('all files are made within the time that a build has for them', () => {
  expect([...files.keys()]).toEqual(fileNames);
  expect((user + system) / 1000).toBeLessThan(10_000);
});

test('the same content gives the same bytes, in another time zone too', () => {
  const zone = process.env.TZ;
  try {
    process.env.TZ = 'Pacific/Kiritimati';
    contentChanged();
    for (const { name, bytes } of quizFiles(origin, base))
      expect(Buffer.compare(bytes, files.get(name)!), name).toBe(0);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test('every link in a file leads to the site that is built, below its sub-path', () => {
  for (const item of items) {
    expect(item.explainedAt).toMatch(/^https:\/\/course\.example\/vms\/[a-z]/);
    expect(item.feedback).toContain(`href="${item.explainedAt}"`);
  }
});

describe('GIFT, read by gift-pegjs', () => {
  const questions = parseGift(text('quiz.gift.txt'));
  const multiple = questions.filter((one) => one.type === 'MC');

  test('has a category for each section, and every question with its id', () => {
    expect(questions.filter(({ type }) => type === 'Category')).toHaveLength(bank.groups.length);
    expect(multiple.map(({ id }) => id)).toEqual(ids);
    expect(multiple.map(({ title }) => title)).toEqual(ids);
  });

  test('has one right answer in each, and every text as it was', () => {
    multiple.forEach((question, index) => {
      const item = items[index]!;
      expect(question.stem.text).toBe(item.ask);
      expect(question.choices.map(({ text: { text: words } }) => words)).toEqual(item.answers.map(({ html }) => html));
      expect(question.choices.map(({ isCorrect }) => isCorrect)).toEqual(item.answers.map(({ right }) => right));
      expect(question.choices.map(({ feedback }) => feedback?.text ?? '')).toEqual(
        item.answers.map(({ feedback }) => feedback),
      );
      expect(question.globalFeedback?.text).toBe(item.feedback);
    });
  });
});

describe('Moodle XML, read by libxml2', () => {
  const xml = text('quiz.moodle.xml');
  const at = (path: string) => textsOf(xml, path);

  test('has every question with its id number, one answer of 100 and a feedback', () => {
    expect(at('//question[@type="multichoice"]/idnumber')).toEqual(ids);
    expect(at('//question/questiontext/text')).toEqual(items.map(({ ask }) => ask));
    expect(at('//question/generalfeedback/text')).toEqual(items.map(({ feedback }) => feedback));
    expect(at('//question/answer[@fraction="100"]/text')).toEqual(
      items.map(({ answers }) => answers.find(({ right }) => right)!.html),
    );
    expect(at('//question[count(answer[@fraction="100"]) != 1 and @type="multichoice"]')).toEqual([]);
    expect(at('//question[@type="category"]')).toHaveLength(bank.groups.length);
  });
});

const qti = { q: 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2' };

/** What each question of QTI 1.2 counts as right. */
const rightIn = (xml: string) =>
  textsOf(xml, '//q:respcondition[q:setvar="100"]/q:conditionvar/q:varequal', qti).map((letter, index) => [
    textsOf(xml, '//q:item/@ident', qti)[index],
    letter,
  ]);
const rightOf = (group: (typeof bank.groups)[number]) =>
  group.items.map(({ id, answers }) => [id, answers.find(({ right }) => right)!.letter]);

describe('QTI 1.2', () => {
  const package12 = unzip('quiz.qti12.zip');
  const problems = validatorOf('cc11/ccv1p1_qtiasiv1p2p1_v1p0.xsd');

  test.each(bank.groups.map((group) => [group.section, group] as const))('of %s is valid', (section, group) => {
    const xml = package12.get(`quiz-${section}.xml`)!;
    expect(problems(xml)).toEqual([]);
    expect(rightIn(xml)).toEqual(rightOf(group));
  });

  test('a wrong element is found by the schema', () => {
    const xml = package12.get('quiz-traits.xml')!.replaceAll('render_choice', 'render_choise');
    expect(problems(xml)).not.toEqual([]);
  });

  test('its manifest names all that is in the package', () => {
    const named = textsOf(package12.get('imsmanifest.xml')!, '//*[local-name()="file"]/@href');
    expect(['imsmanifest.xml', ...named].sort()).toEqual([...package12.keys()].sort());
  });
});

describe('QTI 2.1', () => {
  const package21 = unzip('quiz.qti21.zip');
  const problems = validatorOf('qti21/qtiv2p1/imsqti_v2p1.xsd');
  const documents = [...package21].filter(([name]) => name !== 'imsmanifest.xml');

  test('has an item for each question and a test for each section, all valid', () => {
    expect(documents.flatMap(([name, xml]) => problems(xml).map((problem) => [name, problem]))).toEqual([]);
    expect(documents).toHaveLength(ids.length + bank.groups.length);
  });

  test('has the right answer of each question', () => {
    const space = { q: 'http://www.imsglobal.org/xsd/imsqti_v2p1' };
    for (const { id, answers } of items)
      expect(textsOf(package21.get(`items/${id}.xml`)!, '//q:correctResponse/q:value', space)).toEqual([
        answers.find(({ right }) => right)!.letter,
      ]);
  });

  test('a wrong element is found by the schema', () => {
    const xml = package21.get(`items/${ids[0]}.xml`)!.replaceAll('simpleChoice', 'simpleChoise');
    expect(problems(xml)).not.toEqual([]);
  });

  test('its manifest names all that is in the package', () => {
    const named = textsOf(package21.get('imsmanifest.xml')!, '//*[local-name()="file"]/@href');
    expect(['imsmanifest.xml', ...named].sort()).toEqual([...package21.keys()].sort());
  });
});

test('Anki finds each note by its id, and the columns as the head says', () => {
  const lines = text('quiz.anki.txt').split('\n');
  const head = lines.filter((line) => line.startsWith('#'));
  expect(head).toContain('#guid column:1');
  expect(head).toContain('#separator:tab');
  const notes = parseCsv(lines.filter((line) => !line.startsWith('#')).join('\n'), { delimiter: '\t' }) as string[][];
  expect(notes.map(([guid]) => guid)).toEqual(ids);
  notes.forEach(([, deck, front, back, tags], index) => {
    const item = items[index]!;
    const group = bank.groups.find((one) => one.items.includes(item))!;
    expect(deck).toBe(`${bank.title}::${group.title}`);
    expect(front).toContain(item.ask);
    expect(back).toContain(item.feedback);
    expect(tags).toBe(`${group.section} difficulty-${item.difficulty}`);
  });
});

describe('The package for Anki', () => {
  /** Opens the collection in a package, as Anki does, and closes it after the look. */
  function inCollection<T>(bytes: Uint8Array, look: (database: DatabaseSync) => T): T {
    const folder = mkdtempSync(path.join(tmpdir(), 'collection-'));
    try {
      const file = path.join(folder, 'collection.anki2');
      writeFileSync(file, unzipSync(bytes)['collection.anki2']!);
      const database = new DatabaseSync(file, { readOnly: true });
      try {
        return look(database);
      } finally {
        database.close();
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const rows = (query: string, bytes = files.get('quiz.apkg')!) =>
    inCollection(bytes, (database) => database.prepare(query).all() as Record<string, string | number>[]);
  const settings = (column: string) =>
    JSON.parse(rows(`select ${column} from col`)[0]![column] as string) as Record<string, { id: number; name: string }>;

  test('is a sound database of the schema that every version reads, without media', () => {
    expect(rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(rows('select ver from col')).toEqual([{ ver: 11 }]);
    expect(strFromU8(unzipSync(files.get('quiz.apkg')!).media!)).toBe('{}');
  });

  test('has a note and a new card for each question, with its id and its words', () => {
    const notes = rows('select * from notes');
    expect(notes.map(({ guid }) => guid).sort()).toEqual([...ids].sort());
    for (const { guid, flds, tags } of notes) {
      const item = items.find(({ id }) => id === guid)!;
      const fields = (flds as string).split('\u001f');
      expect(fields).toHaveLength(2);
      expect(fields[0]).toContain(item.ask);
      expect(fields[1]).toContain(item.feedback);
      expect(tags).toContain(` difficulty-${item.difficulty} `);
    }
    expect(rows('select count(distinct nid) as cards from cards where type = 0 and queue = 0 and ord = 0')).toEqual([
      { cards: ids.length },
    ]);
  });

  test('puts each card into a deck that it has, of a kind of note that it has', () => {
    const decks = settings('decks');
    const kinds = settings('models');
    const found = rows('select guid, mid, did from notes join cards on nid = notes.id');
    for (const group of bank.groups)
      for (const { id } of group.items) {
        const { mid, did } = found.find(({ guid }) => guid === id)!;
        expect(decks[did!]!.name).toBe(`${bank.title}::${group.title}`);
        expect(kinds[mid!]!.name).toBe(bank.title);
      }
  });

  test('keeps every number from one day to the next, and only says that the words are newer', () => {
    const [older, newer] = ['2026-11-20', '2026-11-28'].map((day) => apkgFile(bank, day));
    const numbers = 'select notes.id as note, cards.id as card, guid, mid, did from notes join cards on nid = notes.id';
    expect(rows(numbers, newer)).toEqual(rows(numbers, older));
    const changed = 'select distinct notes.mod as note, cards.mod as card from notes join cards on nid = notes.id';
    expect(rows(changed, older)).toEqual([{ note: 1_795_132_800, card: 1_795_132_800 }]);
    expect(rows(changed, newer)).toEqual([{ note: 1_795_824_000, card: 1_795_824_000 }]);
  });

  test('fails the test of a sound database when a byte of it is another', () => {
    const parts = unzipSync(files.get('quiz.apkg')!);
    parts['collection.anki2']!.fill(0xff, 4096, 8192);
    expect(() => expect(rows('pragma integrity_check', zipSync(parts))).toEqual([{ integrity_check: 'ok' }])).toThrow();
  });
});

test('the table is read by csv-parse, a row for each question', () => {
  const rows = parseCsv(text('quiz.csv'), { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
  expect(Object.keys(rows[0]!)).toEqual([...csvColumns]);
  expect(rows.map(({ id }) => id)).toEqual(ids);
  const shown = siteModel().data.quiz.flatMap(({ wrong }) => wrong.flatMap(({ shows }) => shows ?? []));
  expect(rows.flatMap(({ misconceptions }) => misconceptions!.match(/m-[a-z0-9-]+/g) ?? []).sort()).toEqual(
    shown.sort(),
  );
  rows.forEach((row, index) => {
    const { plain, answers } = items[index]!;
    expect(row.question).toBe(plain.ask);
    expect(row[row.right!]).toBe(plain.answers[answers.findIndex(({ right }) => right)]);
  });
});

/** Frames of a page. */
const framesOf = (html: string) => textsOf(html, '//iframe/@src');

const known = new Set(linkRecords(siteModel(), shortLinks(), [], readRegistry('.')).map(({ address }) => address));

/** What a page of a cartridge lacks: frames and links to this site as it is, and beside each frame a title, a credit line and a link. */
function pageProblems(html: string): string[] {
  const urls = textsOf(html, '//a/@href | //iframe/@src');
  const lacks = (what: string, xpath: string) => textsOf(html, `${xpath}/@src`).map((url) => `${url} has no ${what}`);
  const credit = '[not(../following-sibling::p[position() < 3]/small[contains(., "CC BY 4.0")]/a)]';
  return [
    ...urls
      .filter((url) => !url.startsWith(`${origin}${base}`) || !known.has(url.slice(`${origin}${base}`.length - 1)))
      .map((url) => `${url} is not an address of the site`),
    ...lacks('title', '//iframe[not(string(@title))]'),
    ...lacks('credit line', `//iframe${credit}`),
    ...lacks('credit line', `//img${credit.replace('../', '../../')}`),
    ...lacks('words', '//iframe[not(../following-sibling::p[2][string-length() > 40])]'),
    ...lacks('link', '//iframe[not(../preceding-sibling::h2[1]/a or ../following-sibling::p[2]/a)]'),
  ];
}

test('a frame that leads nowhere, or stands without title, credit, words or link, is found', () => {
  const frame = (rest: string) => `<html><body><p><iframe ${rest}></iframe></p></body></html>`;
  expect(pageProblems(frame(`src="${origin}${base}embed/stack-container/"`))).toEqual([
    `${origin}${base}embed/stack-container/ is not an address of the site`,
    `${origin}${base}embed/stack-container/ has no title`,
    `${origin}${base}embed/stack-container/ has no credit line`,
    `${origin}${base}embed/stack-container/ has no words`,
    `${origin}${base}embed/stack-container/ has no link`,
  ]);
  expect(pageProblems(frame(`title="x" src="${origin}/embed/stack-containers/"`))[0]).toContain('not an address');
});

test.each([
  ['full', '/embed/one-read/'],
  ['moodle', '/d/one-read.svg'],
] as const)(
  'the check of a course finds every link, frame and picture of the %s cartridge, and none that is wrong',
  async (kind, drawing) => {
    const bytes = cartridgeFile(kind, quizBank(site, '/'), site, '/');
    const { lines, troubles } = await checkFile('course.imscc', bytesSource(bytes), { index: courseIndex() });
    expect(troubles).toEqual([]);
    expect(lines.filter(({ state }) => state !== 'works').map(({ url, state }) => [url, state])).toEqual([]);
    const found = new Set(lines.map(({ url }) => url));
    for (const address of [drawing, '/embed/labs/whose-kernel/', '/teach/diagrams/#one-read', '/labs/'])
      expect(found).toContain(site + address);
  },
);

test('no file has a link that would lead to the host of the course, nor a class that only this site has styles for', () => {
  const homeless = /(?:href|src|class)\\?=(?:"|&quot;|""|')(?:\/(?!\/)|long)|(?:<|&lt;)span(?! translate)/;
  for (const [name, bytes] of files) {
    const parts = /\.(?:zip|imscc)$/.test(name) ? Object.values(unzipSync(bytes)) : [bytes];
    for (const part of parts) expect(strFromU8(part).match(homeless), name).toBeNull();
  }
  expect('<a href="/labs/layers/">').toMatch(homeless);
  expect('<code class\\="long">').toMatch(homeless);
});

describe.each(['full', 'moodle', 'thin'] as const)('the %s cartridge', (kind) => {
  const v = kind === 'moodle' ? '1.1' : '1.3';
  const files13 = new Map(
    Object.entries(unzipSync(cartridgeFile(kind, bank, origin, base))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  const manifest = files13.get('imsmanifest.xml')!;
  const values = (xpath: string) => textsOf(manifest, xpath);

  /** The schemas at hand are those of version 1.1, which the cartridge of that version is held to as it is. The others differ in namespaces, types and names, and not in structure, as far as it is used. */
  const as11 = (xml: string) =>
    xml
      .replaceAll('imsccv1p3', 'imsccv1p1')
      .replaceAll('xmlv1p3', 'xmlv1p1')
      .replace('imswl_v1p3', 'imswl_v1p1')
      .replace('<schemaversion>1.3.0', '<schemaversion>1.1.0')
      .replace('IMS Thin Common', 'IMS Common');

  test('says which version it is', () => {
    expect(values('//*[local-name()="schema"]')).toEqual([
      kind === 'thin' ? 'IMS Thin Common Cartridge' : 'IMS Common Cartridge',
    ]);
    expect(values('//*[local-name()="schemaversion"]')).toEqual([`${v}.0`]);
    if (kind === 'moodle') expect(as11(manifest)).toBe(manifest);
    // Moodle looks for the namespace in the first 500 bytes.
    expect(manifest.slice(0, 500)).toContain(
      `xmlns="http://www.imsglobal.org/xsd/imsccv${v.replace('.', 'p')}/imscp_v1p1"`,
    );
  });

  test('has a valid manifest', () => {
    expect(validatorOf('cc11/ccv1p1_imscp_v1p2_v1p0.xsd')(as11(manifest))).toEqual([]);
  });

  test('has valid web links, all to this site', () => {
    const problems = validatorOf('cc11/ccv1p1_imswl_v1p1.xsd');
    const links = [...files13].filter(([name]) => name.startsWith('links/'));
    expect(links.length).toBeGreaterThan(80);
    for (const [name, xml] of links) {
      expect(problems(as11(xml)), name).toEqual([]);
      const [url = ''] = textsOf(xml, '//*[local-name()="url"]/@href');
      expect(url.startsWith(`${origin}${base}`), url).toBe(true);
      expect(known.has(url.slice(`${origin}${base}`.length - 1)), url).toBe(true);
    }
  });

  test('names every file once, and each reference leads to a resource', () => {
    const named = values('//*[local-name()="file"]/@href');
    expect(['imsmanifest.xml', ...named].sort()).toEqual([...files13.keys()].sort());
    const identifiers = values('//@identifier');
    expect(new Set(identifiers).size).toBe(identifiers.length);
    const resources = new Set(values('//*[local-name()="resource"]/@identifier'));
    for (const reference of values('//@identifierref')) expect(resources).toContain(reference);
  });

  const pages = new Map([...files13].filter(([name]) => name.startsWith('pages/')));
  const sections = readNavigation('.').groups.filter(({ label }) => label !== 'Teach');
  const drawings = sections.flatMap(({ label }) => drawingsOfSection(label)).sort();
  const labs = sections.find(({ label }) => label === 'Labs')!.addresses.slice(1);
  const linked = [...files13].flatMap(([name, xml]) =>
    name.startsWith('links/') ? textsOf(xml, '//*[local-name()="url"]/@href') : [],
  );

  if (kind === 'thin') test('has no pages', () => expect([...pages.keys()]).toEqual([]));
  else
    test('says of each drawing and lab whose it is and under which licence, and has the plans of the lessons', () => {
      expect([...pages].flatMap(([name, html]) => pageProblems(html).map((problem) => [name, problem]))).toEqual([]);
      for (const { id, parts, goals } of siteModel().data.lessons) {
        const plan = pages.get(`pages/page-teach-${id}.html`)!;
        expect(plan.match(/<em>/g)).toHaveLength(parts.length);
        for (const goal of goals) expect(plan).toContain(goal);
      }
    });

  if (kind === 'full')
    test('shows drawings and labs in frames', () => {
      const frames = [...pages.values()].flatMap(framesOf);
      const wanted = [...drawings.map((id) => `embed/${id}/`), ...labs.map((page) => `embed${page}`)];
      expect(frames.sort()).toEqual(wanted.map((path) => `${origin}${base}${path}`).sort());
    });

  if (kind === 'moodle')
    test('shows drawings as pictures and leads to labs and questions, since Moodle removes frames and marks its quizzes wrongly', () => {
      const html = [...pages.values()];
      expect(html.flatMap(framesOf)).toEqual([]);
      expect(html.flatMap((page) => textsOf(page, '//h1'))).toEqual([]);
      expect(html.flatMap((page) => textsOf(page, '//a/img[string(@alt)]/@src')).sort()).toEqual(
        drawings.map((id) => `${origin}${base}d/${id}.svg`).sort(),
      );
      const wanted = [
        ...labs.map((page) => `embed${page}`),
        ...bank.groups.map(({ section }) => `teach/quiz/${section}/`),
      ];
      for (const path of wanted) expect(linked).toContain(`${origin}${base}${path}`);
    });

  test(kind === 'full' ? 'has a valid quiz for each section' : 'has no quizzes', () => {
    const problems = validatorOf('cc11/ccv1p1_qtiasiv1p2p1_v1p0.xsd');
    const quizzes = [...files13].filter(([name]) => name.startsWith('quizzes/'));
    expect(quizzes).toHaveLength(kind === 'full' ? bank.groups.length : 0);
    for (const [name, xml] of quizzes) expect(problems(xml), name).toEqual([]);
    const types = new Set(values('//*[local-name()="resource"]/@type'));
    expect(types.has(`imsqti_xmlv1p2/imscc_xmlv${v.replace('.', 'p')}/assessment`)).toBe(kind === 'full');
  });
});
