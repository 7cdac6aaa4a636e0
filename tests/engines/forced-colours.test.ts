import type { Engine } from './support/engine.ts';
import { start, expect, test } from './support/test.ts';

/** A page of each kind whose parts have addresses, and what an address of it leads to. */
const kinds: Record<string, string> = {
  '/reference/numbers/': 'tbody tr[id]',
  '/reference/glossary/': '.entry > [id]',
  '/reference/symptoms/': '.entry > [id]',
  '/reference/questions/': '.entry > [id]',
  '/reference/history/': '.timeline li[id]',
  '/reference/sources/': '.bibliography li[id]',
  '/reference/changes/': 'main li[id]',
};

/** Opens the address of a part of a page, and says what is wrong with how the part is marked, or nothing. */
async function unmarked(engine: Engine, address: string, selector: string, css = ''): Promise<string[]> {
  await engine.open(address);
  expect(await engine.run(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  const id = await engine.run((wanted) => document.querySelectorAll(wanted)[1]?.id, selector);
  if (!id) return [`${engine.name} ${address}: has no ${selector}`];
  await engine.open(`${address}#${id}`);
  const line = await engine.run((more) => {
    document.head.insertAdjacentHTML('beforeend', `<style>${more}</style>`);
    const target = document.querySelector(':target')!;
    const marked = target.matches('tr') ? target.firstElementChild! : target;
    return getComputedStyle(marked).outlineStyle;
  }, css);
  return line === 'none' ? [`${engine.name} ${address}: #${id} has no line around it`] : [];
}

test('with forced colours what an address leads to is marked, on every kind of page', async ({ site }, { project }) => {
  const engine = await start(project.name as 'chromium' | 'firefox', site, true);
  const found: string[] = [];
  try {
    for (const [address, selector] of Object.entries(kinds)) found.push(...(await unmarked(engine, address, selector)));
    expect(found).toEqual([]);
    const spoilt = [
      ...(await unmarked(engine, '/reference/glossary/', '.entry > [id]', ':target { outline: none !important }')),
      ...(await unmarked(engine, '/reference/glossary/', '.entry > .nowhere')),
    ];
    expect(spoilt.join('\n')).toMatch(/has no line around it\n.*has no \.entry > \.nowhere/);
  } finally {
    await engine.close();
  }
});
