import { describe, expect, test } from 'vitest';
import { buildIndex } from '#features/search/indexing/build.ts';
import { Engine } from '#features/search/engine/engine.ts';
import { excerpt, mark } from '#features/search/engine/excerpt.ts';
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
    at: ['/concepts/hypervisors/', '/reference/glossary/#hypervisor'],
  },
];

async function open(list = sections): Promise<Engine> {
  const { files, folder } = buildIndex(list, named, { same: [['partition', 'slice']], also: [] });
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
    expect(await (await open([])).search('kernel')).toEqual({ groups: [], pages: 0, words: [] });
  });
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
      { id: 'a', heading: 'First', text: 'Text, and After' },
      { id: 'e', heading: 'Entry', text: 'Entry says' },
    ],
  });
  expect(readSections('<p>No page</p>')).toBeUndefined();
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
    expect(shown).toMatch(/^… .*one kernel for all.* …$/);
    expect(shown.length).toBeLessThan(240);
  });
  test('is the beginning where no word is', () => {
    expect(excerpt(`Start ${'word '.repeat(100)}`, words)[0]?.text).toMatch(/^Start/);
  });
});
