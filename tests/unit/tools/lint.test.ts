import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint();

/** The rules that a piece of browser code breaks. */
const broken = async (code: string, filePath = 'src/components/behaviour/new.ts') =>
  (await eslint.lintText(code, { filePath })).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));

test.each([
  ['outside any try', `export const kept = localStorage.getItem('a');`],
  ['in a listener that is made in a try', `try { onclick = () => { sessionStorage.a = 'b'; }; } catch { void 0; }`],
  ['in the catch', `try { void 0; } catch { localStorage.removeItem('a'); }`],
  ['by another name', `try { const store = localStorage; store.a = 'b'; } catch { void 0; }`],
])('storage that is used %s is told', async (_, code) => expect(await broken(code)).toEqual(['site/storage-in-try']));

test.each([
  `try { localStorage.a = 'b'; } catch { void 0; }`,
  `onclick = () => { try { if (location.hash) localStorage.a = 'b'; } catch { void 0; } };`,
])('storage inside its own try is none: %s', async (code) => expect(await broken(code)).toEqual([]));

test('a script inside a component is looked at too', async () => {
  const component = `<script is:inline>\n  localStorage.a = 'b';\n</script>\n`;
  expect(await broken(component, 'src/components/New.astro')).toEqual(['site/storage-in-try']);
});

test('a selector with :has() that a script asks for is told', async () =>
  expect(await broken(`export const open = document.body.matches(':has(a:focus-visible)');`)).toEqual([
    'no-restricted-syntax',
  ]));

describe('words for readers that stand in code', () => {
  const found = async (code: string, file?: string) =>
    (await broken(code, file)).filter((rule) => rule === 'site/words-in-content').length;
  const inTs = (code: string) => found(`export const shown = (a: string, b: string, all: string[]) => ${code};`);
  const inAstro = (html: string) => found(`---\nconst a = 1;\n---\n\n${html}\n`, 'src/components/New.astro');

  test.each(["all.join(', ')", "all.join(' · ')", '`${a} / ${b}`', '`${a}: ${b}`', "a + ', …'", "a.concat(' · ', b)"])(
    'are told where signs join them: %s',
    async (code) => expect(await inTs(code)).toBe(1),
  );
  test.each(['<p>Some words</p>', '<p>{a}, <b>{a}</b></p>', '<p>{a}.</p>', '<a aria-label="Close it">{a}</a>'])(
    'are told in a component: %s',
    async (html) => expect(await inAstro(html)).toBe(1),
  );
  test.each([
    "all.join('\\n')",
    '`${a}:${b}`',
    "a.split(', ')",
    'new Error(`${a}: ${b}`)',
    "({ fix: all.join(', ') })",
    '{ throw `${a}: ${b}`; }',
  ])('are not what programs and maintainers read: %s', async (code) => expect(await inTs(code)).toBe(0));
  test('are not spaces between elements, nor a script', async () =>
    expect(await inAstro('<p>{a} <b>{a}</b></p>\n<script>\n  const a: number = 1;\n</script>')).toBe(0));
});
