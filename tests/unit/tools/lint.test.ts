import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

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
