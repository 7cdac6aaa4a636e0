import { expect, test } from 'vitest';
import { checkFirstUse } from '#features/content-check/rules/first-use.ts';
import { loadSite } from '#model/load.ts';
import { parsePage } from '#model/page.ts';
import { formatProblems } from '#shared/problem.ts';

const site = loadSite('.', { generated: ['/search/', '/topics/'] });

/** What the rule says of a page with this body. */
function told(body: string, file = 'content/docs/traits/p.mdx'): string {
  const page = parsePage(file, `---\ntitle: Moving a guest by Xen\n---\n\n${body}\n`);
  return formatProblems(checkFirstUse({ ...site, pages: [page] }));
}

test('on every page of running text a term is explained or linked where it is first used', () =>
  expect(formatProblems(checkFirstUse(site))).toBe('0 problems'));

test('a term that the page has not explained is told, with its line', () =>
  expect(told('A page.\n\nIt asks\nKVM to run it.')).toContain(
    'content/docs/traits/p.mdx:8  "KVM" is used before the page has explained or linked it\n    Write <Term id="kvm"> around its first use, or link to what explains it.',
  ));

test('a heading alone explains nothing', () =>
  expect(told('## KVM {#kvm}\n\nKVM runs it.')).toContain('content/docs/traits/p.mdx:7  "KVM"'));

test('a use before the link is told', () =>
  expect(told('KVM runs it.\n\n<Term id="kvm">KVM</Term> again.')).toContain('content/docs/traits/p.mdx:5  "KVM"'));

test('a list of the reference may use what it explains elsewhere', () =>
  expect(told('KVM.', 'content/docs/reference/p.mdx')).toBe('0 problems'));

test.each([
  ['the term is linked', '<Term id="kvm">KVM</Term> runs it. KVM is in Linux.'],
  ['a link of its own explains it', '[KVM and QEMU](/systems/kvm-qemu/) run it.'],
  ['a link leads to its entry, in whatever words', '[The host](/reference/glossary/#kvm) runs it. So KVM.'],
  ['a heading or code names it', '## KVM {#kvm}\n\nType `KVM`.\n\n```text\nKVM\n```'],
  ['the title of the page names it', 'Xen moves it.'],
  ['another word holds it', 'The KVMs-like thing, and xKVM.'],
])('nothing is told where %s', (_, body) => expect(told(body)).toBe('0 problems'));
