import { expect, test } from 'vitest';
import { t } from '#model/i18n.ts';
import { asApa, asBibtex, asCredit, asCsl, asFrame, asHtml, asMarkdown, type Cited } from '#features/share/formats.ts';

const cited: Cited = {
  heading: 'Known escapes, on [both] sides & more',
  page: 'Isolation',
  licence: 'CC BY 4.0',
  siteTitle: 'The site',
  url: 'https://example.org/traits/isolation/#known-escapes',
  changed: '2026-11-05',
  accessed: '2026-11-25',
  language: 'en',
};

test('a Markdown link escapes what Markdown would read', () =>
  expect(asMarkdown(cited, t)).toBe(
    '[Known escapes, on \\[both\\] sides & more (Isolation)](https://example.org/traits/isolation/#known-escapes)',
  ));

test('an HTML link escapes what HTML would read', () =>
  expect(asHtml({ ...cited, heading: '<b>' }, t)).toBe(
    '<a href="https://example.org/traits/isolation/#known-escapes">&lt;b&gt; (Isolation)</a>',
  ));

test('the APA form has author, date, title, site and address', () =>
  expect(asApa({ ...cited, heading: 'Isolation' }, t)).toBe(
    'Contributors to The site. (2026, November 5). Isolation. The site. https://example.org/traits/isolation/#known-escapes',
  ));

test('a heading that is a sentence has no full stop before the bracket', () =>
  expect(asApa({ ...cited, heading: 'IBM announces VM/370.' }, t)).toContain(
    ' IBM announces VM/370 (Isolation). The site.',
  ));

test('a section without a date has none', () => expect(asApa({ ...cited, changed: '' }, t)).toContain('(n.d.)'));

test('the BibTeX form escapes what TeX would read, and its key is made of the address', () => {
  expect(asBibtex(cited, t)).toContain('@online{cvm:traits:isolation.known-escapes,');
  expect(asBibtex(cited, t)).toContain('sides \\& more');
  expect(asBibtex(cited, t)).toContain('date = {2026-11-05}');
});

test('no two addresses give one BibTeX key', () => {
  const paths = [
    '',
    '#traits',
    'traits/',
    'teach/diagrams/',
    'teach/#diagrams',
    'teach-diagrams/',
    'teach/#diagrams-x',
  ];
  const keys = paths.map((path) => /\{(.*),/.exec(asBibtex({ ...cited, url: `https://example.org/${path}` }, t))![1]);
  expect(keys).toEqual([
    'cvm',
    'cvm.traits',
    'cvm:traits',
    'cvm:teach:diagrams',
    'cvm:teach.diagrams',
    'cvm:teach-diagrams',
    'cvm:teach.diagrams-x',
  ]);
  // https://pandoc.org/MANUAL.html#extension-citations: no two signs in a row.
  for (const key of keys) expect(key).toMatch(/^\w+(?:[:.#$%&\-+?<>~/]\w+)*$/);
});

test('signs that TeX has no backslash form for are written out', () =>
  expect(asBibtex({ ...cited, heading: 'C:\\~^ 5% {x}' }, t)).toContain(
    'C:\\textbackslash{}\\textasciitilde{}\\textasciicircum{} 5\\% \\{x\\}',
  ));

test('a frame escapes what HTML would read, and is higher than its drawing', () => {
  const frame = asFrame({ url: 'https://example.org/?a&b', title: 'A "b" <c>', drawing: 200, caption: 'x'.repeat(41) });
  expect(frame).toContain('src="https://example.org/?a&amp;b" title="A &quot;b&quot; &lt;c&gt;"');
  expect(frame).toContain(' height="324" ');
});

test('the CSL record has its dates in parts', () =>
  expect(JSON.parse(asCsl(cited, t))[0]).toMatchObject({
    type: 'webpage',
    issued: { 'date-parts': [[2026, 11, 5]] },
    URL: cited.url,
  }));

test('BibTeX and CSL name one key', () =>
  expect(JSON.parse(asCsl(cited, t))[0].id).toBe('cvm:traits:isolation.known-escapes'));

test('a figure comes with its conditions and its year, in every form', () => {
  const measured = { conditions: '100 short containers, runc on a laptop', year: '2024' };
  const figure = { ...cited, heading: '3.34 s to start 100 containers', page: 'Numbers', measured };
  const said = '3.34 s to start 100 containers: 100 short containers, runc on a laptop, 2024 (Numbers)';
  for (const form of [asMarkdown, asHtml, asApa, asBibtex, asCsl, asCredit]) expect(form(figure, t)).toContain(said);
});

test('the credit line has title, author, licence and address', () =>
  expect(asCredit({ ...cited, heading: 'Isolation' }, t)).toBe(
    '“Isolation” by Contributors to The site, CC BY 4.0, https://example.org/traits/isolation/#known-escapes',
  ));
