import { expect, test } from 'vitest';
import { checkFirstUse } from '#features/content-check/rules/first-use.ts';
import { loadSite } from '#model/load.ts';
import { parsePage } from '#model/page.ts';
import { formatProblems } from '#shared/problem.ts';

const site = loadSite('.', { generated: ['/search/', '/topics/'] });

/** What the rule says of a path over pages with these bodies. */
function told(...bodies: string[]): string {
  const pages = bodies.map((body, index) => parsePage(`content/docs/p${index}.mdx`, `---\ntitle: A\n---\n\n${body}\n`));
  const paths = [
    { ...site.data.paths[0]!, id: 'way', steps: pages.map(({ address: page }) => ({ page, minutes: 5, note: '' })) },
  ];
  return formatProblems(checkFirstUse({ ...site, pages, data: { ...site.data, paths } }));
}

test('on every reading path a term is explained or linked where it is first used', () =>
  expect(formatProblems(checkFirstUse(site))).toBe('0 problems'));

test('a term that no page of a path has explained is told, with page and line', () =>
  expect(told('A page.\n\nIt asks\nKVM to run it.')).toContain(
    'content/docs/p0.mdx:8  "KVM" is used before the path "way" has explained or linked it\n    Write <Term id="kvm"> around its first use, or explain it there.',
  ));

test.each([
  ['the term is linked', '<Term id="kvm">KVM</Term> runs it. KVM is in Linux.'],
  ['a link of its own explains it', '[KVM and QEMU](/systems/kvm-qemu/) run it.'],
  ['a heading or code names it', '## KVM {#kvm}\n\nType `KVM`.\n\n```text\nKVM\n```'],
  ['another word holds it', 'The KVMs-like thing, and xKVM.'],
])('nothing is told where %s', (_, body) => expect(told(body)).toBe('0 problems'));

test('what one page of a path has explained, the next may use', () =>
  expect(told('<Term id="kvm">KVM</Term> runs it.', 'KVM again.')).toBe('0 problems'));

test('a use before the link on the same page is told', () =>
  expect(told('KVM runs it.\n\n<Term id="kvm">KVM</Term> again.')).toContain('content/docs/p0.mdx:5  "KVM"'));
