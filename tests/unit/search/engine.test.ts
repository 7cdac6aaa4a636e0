import { describe, expect, test } from 'vitest';
import { buildIndex, type Meanings } from '#features/search/indexing/build.ts';
import { Engine } from '#features/search/engine/engine.ts';
import { excerpt, mark, quote } from '#features/search/engine/excerpt.ts';
import { pointerFile, type Section } from '#features/search/format.ts';
import { readSections } from '#features/search/indexing/sections.ts';

const section = (page: string, title: string, text: string, rest: Partial<Section> = {}): Section => ({
  page,
  title,
  id: '',
  heading: title,
  text,
  kind: rest.id ? 'section' : 'page',
  names: [],
  asked: [],
  to: [],
  ...rest,
});

const sections = [
  section('/concepts/hypervisors/', 'Hypervisors', 'Software that runs virtual machines.'),
  section('/concepts/hypervisors/', 'Hypervisors', 'It runs on the hardware.', { id: 'type-1', heading: 'Type 1' }),
  section('/systems/hyper-v/', 'Hyper-V', 'The hypervisor of Windows, with partitions. A hypervisor beside others.'),
  section('/systems/virtualbox/', 'VirtualBox', 'Runs machines on a desktop, with a hypervisor of type 2.'),
  section(
    '/traits/isolation/',
    'Isolation',
    'How containers are kept apart from each other and the kernel they run on.',
  ),
  section('/reference/glossary/', 'Glossary', 'Every term.'),
  section('/reference/glossary/', 'Glossary', 'It runs guests.', {
    id: 'hypervisor',
    heading: 'Hypervisor',
    kind: 'term',
    names: ['VMM', 'virtual machine monitor'],
    to: ['/concepts/hypervisors/'],
  }),
];
const named = [
  {
    names: ['hypervisor', 'VMM', 'virtual machine monitor'],
    same: true,
    at: ['/concepts/hypervisors/', '/reference/glossary/#hypervisor'],
  },
];

async function open(list = sections, more: Partial<Meanings> = {}): Promise<Engine> {
  const { files, folder } = buildIndex(list, named, { same: [['partition', 'slice']], also: [], ...more });
  return Engine.open(async (path) => {
    const body = path === pointerFile ? Buffer.from(JSON.stringify({ folder })) : files.get(path.split('/')[1]!)!;
    return new Uint8Array(body);
  });
}

describe('a query finds', () => {
  test.each([
    ['the page that is called so', 'hypervisor', '/concepts/hypervisors/'],
    ['it in spite of a slip', 'hypervizor', '/concepts/hypervisors/'],
    ['it by another name', 'vmm', '/concepts/hypervisors/'],
    ['it by its beginning', 'hyperviso', '/concepts/hypervisors/'],
    ['a compound written apart', 'virtual box', '/systems/virtualbox/'],
    ['a compound written together', 'hyperv', '/systems/hyper-v/'],
    ['what carries meaning in a sentence', 'how are they isolated from each other?', '/traits/isolation/'],
    ['a synonym', 'slices', '/systems/hyper-v/'],
  ])('%s', async (_, query, page) => expect((await (await open()).search(query)).groups[0]?.page).toBe(page));

  test('sections below their page', async () => {
    const { groups } = await (await open()).search('type 1');
    expect(groups[0]).toMatchObject({ page: '/concepts/hypervisors/', title: 'Hypervisors' });
    expect(groups[0]?.sections[0]).toMatchObject({ id: 'type-1', heading: 'Type 1' });
  });
  test.each([
    ['no text', ''],
    ['spaces', '   '],
    ['an emoji', '🐳'],
    ['a control character', '\u0000'],
    ['the name of a built-in property', '__proto__'],
    ['a regular expression', '(.*)+'],
    ['10,000 letters', 'x'.repeat(10_000)],
    ['half a surrogate pair', '\ud83d'],
  ])('nothing, and no error, for %s', async (_, query) =>
    expect((await (await open()).search(query)).groups).toEqual([]),
  );
  test('the heading that asks the whole question, before pages that say more of its words', async () => {
    const talk = 'A machine that is virtual runs on a machine; VirtualBox makes a virtual machine of it.';
    const asked = [
      section('/traits/', 'Virtual machine traits', `${talk} ${talk}`),
      section('/systems/virtualbox/', 'VirtualBox', 'A program for desktops.'),
      section('/systems/virtualbox/', 'VirtualBox', 'No.', { id: 'vm', heading: 'Is VirtualBox a virtual machine?' }),
      section('/use-cases/', 'VirtualBox in use', `VirtualBox. ${talk}`, {
        id: 'virtual',
        heading: 'A virtual machine',
      }),
    ];
    const { groups } = await (await open(asked)).search('is virtualbox a virtual machine');
    expect([groups[0]?.page, groups[0]?.sections[0]?.id]).toEqual(['/systems/virtualbox/', 'vm']);
  });
  test('as little of an inflected word that says what is wanted as of the word itself', async () => {
    const asked = [
      section('/a/', 'Provides provided', 'It provides, provided that it provides.'),
      section('/b/', 'Isolation', 'What keeps them apart.'),
    ];
    const { groups } = await (await open(asked)).search('provides isolation');
    expect(groups[0]?.page).toBe('/b/');
  });
  test('the very message that was pasted, before those that share its words and the page that explains it', async () => {
    const messages = ['VT-x is being used (VERR_VMX_IN_VMX_ROOT_MODE)', 'VT-x is not available (VERR_VMX_NO_VMX)'];
    const pasted = [
      section(
        '/systems/virtualbox/',
        'VirtualBox',
        'VERR_VMX_NO_VMX: VMX is off. VERR_VMX_NO_VMX again, and VMX root mode.',
      ),
      ...messages.map((heading, number) =>
        section('/reference/symptoms/', 'Symptoms', 'VMX, VMX root mode.', {
          id: `s-${number}`,
          heading,
          kind: 'symptom',
          to: ['/systems/virtualbox/'],
        }),
      ),
    ];
    const { groups } = await (await open(pasted)).search('VERR_VMX_NO_VMX');
    expect([groups[0]?.page, groups[0]?.sections[0]?.id]).toEqual(['/reference/symptoms/', 's-1']);
  });
  test('words to mark, without those that carry nothing', async () => {
    const { words } = await (await open()).search('kept apart of the hypervisor');
    expect(words).toContain('hypervisor');
    expect(words).not.toContain('of');
  });
  test('nothing in an empty site', async () => {
    expect(await (await open([])).search('kernel')).toMatchObject({ groups: [], fits: false, missing: ['kernel'] });
  });
});

describe('it is honest', () => {
  test('about words that the site lacks', async () => {
    const { missing, groups } = await (await open()).search('hypervisor zebra42');
    expect(missing).toEqual(['zebra42']);
    expect(groups[0]?.page).toBe('/concepts/hypervisors/');
  });
  test('about corrections, with quotes as the way back', async () => {
    expect((await (await open()).search('hypervizor')).corrected).toEqual([
      { typed: 'hypervizor', used: 'hypervisor' },
    ]);
    const asTyped = await (await open()).search('"hypervizor"');
    expect(asTyped).toMatchObject({ corrected: [], groups: [], missing: ['hypervizor'] });
  });
  test('and takes no name for another word', async () => {
    const list = [section('/a/', 'Open stack', 'An open stack. It was a guide.'), ...sections];
    for (const name of ['openstack', 'wasm', 'gui']) {
      const { groups, missing } = await (await open(list)).search(`${name} `);
      expect([name, groups, missing]).toEqual([name, [], [name]]);
    }
  });
  test('about answers that have little of the query', async () => {
    const engine = await open();
    expect((await engine.search('hypervisor')).fits).toBe(true);
    expect((await engine.search('hypervisor zebra42 giraffe42 lion42 tiger42')).fits).toBe(false);
    expect((await engine.search('how is it that')).fits).toBe(false);
  });
  test('about why a page is there that lacks the word', async () => {
    const list = [
      section('/traits/isolation/', 'Isolation', 'How processes are kept apart.'),
      section('/reference/glossary/', 'Glossary', 'Every term.'),
      section('/reference/glossary/', 'Glossary', 'It changes the root.', {
        id: 'chroot',
        heading: 'chroot',
        kind: 'term',
        to: ['/traits/isolation/'],
      }),
    ];
    const { groups } = await (await open(list)).search('chroot');
    const shown = groups.find(({ page }) => page === '/traits/isolation/')?.sections[0];
    expect(shown?.via).toEqual({ title: 'Glossary', heading: 'chroot' });
  });
});

test('a slip is told as the word that is nearest to it, and not as another of its endings', async () => {
  const engine = await open([section('/a/', 'Isolation', 'Isolate, isolated, isolates: all of it is isolation.')]);
  expect((await engine.search('isolaton')).corrected).toEqual([{ typed: 'isolaton', used: 'isolation' }]);
});

describe('the signs of other search engines', () => {
  test('quotes: only sections that have the very word', async () => {
    const { groups, exact } = await (await open()).search('"partitions" hypervisor');
    expect(exact).toEqual(['partitions']);
    expect(groups.map(({ page }) => page)).toEqual(['/systems/hyper-v/']);
  });
  test('minus: no section that has the word', async () => {
    const { groups, without } = await (await open()).search('hypervisor -windows');
    expect(without).toEqual(['windows']);
    expect(groups.map(({ page }) => page)).not.toContain('/systems/hyper-v/');
  });
  test('site: and the like are left out, and it is said', async () => {
    const { groups, ignored } = await (await open()).search('site:example.org hypervisor');
    expect(ignored).toEqual(['site:example.org']);
    expect(groups[0]?.page).toBe('/concepts/hypervisors/');
  });
  test('options of a command and a pasted message are text', async () => {
    expect(await (await open()).search('docker run -it --rm hypervisor')).toMatchObject({ without: [], ignored: [] });
    const pasted = await (await open()).search('error: "hypervisor" failed -windows');
    expect(pasted).toMatchObject({ exact: [], without: [] });
  });
});

describe('a query in another language', () => {
  const languages: Meanings['languages'] = [
    ['виртуальная машина', 'virtual machine'],
    ['maquina virtual', 'virtual machine'],
    ['hipervisor', 'hypervisor'],
    ['虚拟机', 'virtual machine'],
  ];
  test.each([
    ['in its own words', 'hipervisor', 'hypervisor'],
    ['in the plural', 'máquinas virtuales', 'virtual machine'],
    ['in another case', 'виртуальной машины', 'virtual machine'],
    ['without spaces, beside Latin letters', 'Windows虚拟机的', 'windows virtual machine'],
  ])('is understood %s', async (_, query, understood) => {
    const answer = await (await open(sections, { languages })).search(query);
    expect(answer.understood.join(' ')).toBe(understood);
    expect(answer.groups.length).toBeGreaterThan(0);
  });
  test('is not made of English words', async () => {
    expect((await (await open(sections, { languages })).search('virtual machines')).understood).toEqual([]);
  });
});

test('a main question is answered by its pages in any wording, and only if nothing else is asked', async () => {
  const list = [section('/', 'Start', 'Welcome.'), ...sections];
  const asks = [{ sides: [['hypervisor'], ['container']], wants: ['difference', 'vs'], alone: true, at: ['/'] }];
  const engine = await open(list, { asks });
  for (const query of [
    'hypervisor vs container',
    'difference between a container and a hypervisor',
    'container hypervisor',
  ])
    expect([query, (await engine.search(query)).groups[0]?.page]).toEqual([query, '/']);
  expect((await engine.search('partitions of a hypervisor or container')).groups[0]?.page).not.toBe('/');
});

test('a turn of phrase asks for the entry of a list, before the page that explains the subject', async () => {
  const engine = await open(sections, {
    lists: [{ says: ['definition', 'what is meant by'], at: '/reference/glossary/' }],
  });
  const first = async (query: string) => (await engine.search(query)).groups[0];
  expect(await first('hypervisor definition')).toMatchObject({ page: '/reference/glossary/' });
  expect((await first('what is meant by VMM'))?.sections[0]?.id).toBe('hypervisor');
  expect(await first('hypervisor')).toMatchObject({ page: '/concepts/hypervisors/' });
  expect((await engine.search('definition')).groups).toEqual([]);
});

test('a name that is the whole query comes before a name that is one of its words', async () => {
  const list = [
    section('/box/', 'Box', 'A box. A box holds things, and a box is a box.'),
    section('/box/', 'Box', 'Many a box.', { id: 'box', heading: 'Box' }),
    section('/box/', 'Box', 'Another box.', { id: 'boxes', heading: 'A box of boxes' }),
    section('/nested/', 'Nesting', 'A box inside another box, and what a box in a box may see.'),
  ];
  const { files, folder } = buildIndex(
    list,
    [
      { names: ['box'], same: true, at: ['/box/'] },
      { names: ['box in box'], same: true, at: ['/nested/'] },
    ],
    { same: [], also: [] },
  );
  const engine = await Engine.open(
    async (path) =>
      new Uint8Array(path === pointerFile ? Buffer.from(JSON.stringify({ folder })) : files.get(path.split('/')[1]!)!),
  );
  expect((await engine.search('box in box')).groups[0]?.page).toBe('/nested/');
  expect((await engine.search('box')).groups[0]?.page).toBe('/box/');
});

test('a page that lists others comes after the one that explains', async () => {
  const text = 'Partitions and what they are for.';
  const list = [section('/list/', 'Partitions', text), section('/list/one/', 'Partitions', text)];
  expect((await (await open(list)).search('partitions')).groups.map(({ page }) => page)).toEqual([
    '/list/one/',
    '/list/',
  ]);
});

test('while a word is being typed the answer to those before it stays', async () => {
  const engine = await open();
  const before = await engine.search('hypervisor ', { settled: false });
  expect(await engine.search('hypervisor win', { settled: false })).toEqual(before);
  expect((await engine.search('hypervisor win')).groups[0]?.page).toBe('/systems/hyper-v/');
});

test('the same content gives the same files', () => {
  const build = () => buildIndex(sections, named, { same: [], also: [] });
  expect(build().folder).toBe(build().folder);
  expect(buildIndex(sections.slice(1), named, { same: [], also: [] }).folder).not.toBe(build().folder);
});

test('a built page is read by its headings and entries, without what others say there', () => {
  const read = readSections(`
    <h1>Title</h1><main><div class="sl-markdown-content"><p>Lead<span role="tooltip">tip</span>.</p>
    <h2 id="a">First</h2><a class="sl-anchor-link" href="#a">#</a><p>Text <sup class="cite">1</sup>, and <svg><text>drawn</text></svg></p>
    <ul><li id="e"><a href="/x/">Entry</a> says</li></ul><p>After</p>
    <section class="backlinks"><h2 id="leads-here">Leads</h2></section></div></main>`);
  expect(read).toEqual({
    title: 'Title',
    sections: [
      { id: '', heading: 'Title', text: 'Lead.' },
      { id: 'a', heading: 'First', text: 'Text, and · After' },
      { id: 'e', heading: 'Entry', text: 'Entry says' },
    ],
  });
  expect(readSections('<p>No page</p>')).toBeUndefined();
  const frame =
    '<head><meta name="robots" content="noindex"></head><main class="sl-markdown-content"><h1>A</h1>B</main>';
  expect(readSections(frame)).toBeUndefined();
  expect(readSections(frame.replace('noindex', 'all'))).toBeDefined();
});

describe('an excerpt', () => {
  const words = new Set(['kernel']);
  test('marks words in any spelling that the search knows', () => {
    expect(mark('The Kernel’s', words)).toEqual([
      { text: 'The ', marked: false },
      { text: 'Kernel', marked: true },
      { text: '’s', marked: false },
    ]);
  });
  test('is the part where the words are, cut between words', () => {
    const text = `${'far away '.repeat(60)}one kernel for all ${'and more '.repeat(60)}`;
    const shown = excerpt(text, words)
      .map((piece) => piece.text)
      .join('');
    expect(shown).toMatch(/^…\u00a0.*one kernel for all.*\u00a0…$/);
    expect(shown.length).toBeLessThan(240);
  });
  test('begins with the first word of an answer', () => {
    const text = `No, it does not. ${'and more '.repeat(60)} kernel`;
    expect(excerpt(text, words, true)[0]?.text).toMatch(/^No, it does not/);
  });
  test('gives words for the browser to show that stand together', () => {
    expect(quote('One. The kernel of the host, as it is. Two.', words)).toBe('kernel of the host, as it');
    expect(quote('Nothing here.', words)).toBeUndefined();
  });
  test('is the beginning where no word is', () => {
    expect(excerpt(`Start ${'word '.repeat(100)}`, words)[0]?.text).toMatch(/^Start/);
  });
});
