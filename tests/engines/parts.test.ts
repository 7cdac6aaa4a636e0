import { expect, test } from './support/test.ts';

test('the search opens by button and by Ctrl+K, finds, and Escape closes it', async ({ engine }) => {
  await engine.open('/traits/isolation/');
  await engine.resize(1280, 800);
  const open = () => engine.run(() => document.querySelector('dialog')?.open ?? false);
  await engine.click('.search-open button');
  await expect.poll(open).toBe(true);
  await engine.type('cgroup');
  await expect
    .poll(() => engine.run(() => document.querySelectorAll('dialog [role=option]').length))
    .toBeGreaterThan(0);
  await engine.press('Escape');
  await expect.poll(open).toBe(false);
  await engine.press('Control+k');
  await expect.poll(open).toBe(true);
  await engine.press('Escape');
  await expect.poll(open).toBe(false);
});

/** Keys that the page takes from its reader or its browser: alone or with modifiers other than those of its one shortcut, a line each. */
const takenKeys = async (): Promise<string[]> => {
  const keys = [..."abcdefghijklmnopqrstuvwxyz0123456789/.,;:?!-+=[]'`\\"];
  const sets: KeyboardEventInit[] = [
    {},
    { shiftKey: true },
    { altKey: true },
    { ctrlKey: true },
    { metaKey: true },
    { ctrlKey: true, shiftKey: true },
    { ctrlKey: true, altKey: true },
    { metaKey: true, shiftKey: true },
  ];
  const before = document.activeElement;
  const taken = keys.flatMap((key) =>
    sets.flatMap((modifiers) => {
      const names = Object.keys(modifiers).join();
      // The search opens by Ctrl+K, ⌘K on a Mac.
      if (key === 'k' && (names === 'ctrlKey' || names === 'metaKey')) return [];
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
      document.body.dispatchEvent(event);
      return event.defaultPrevented ? [`${key} ${names}`] : [];
    }),
  );
  // What a key opens may have to be loaded first.
  await new Promise((resolve) => setTimeout(resolve, 300));
  if (document.querySelector('dialog[open]')) taken.push('a key opens a dialog');
  if (document.activeElement !== before) taken.push('a key moves the focus');
  return taken;
};

test('no key alone does anything, nor do the combinations that browsers have for themselves, on a page of each kind', async ({
  engine,
}) => {
  for (const address of [
    '/',
    '/traits/isolation/',
    '/use-cases/choose/',
    '/labs/whose-kernel/',
    '/teach/quiz/',
    '/teach/check/',
    '/teach/diagrams/',
    '/search/',
  ]) {
    await engine.open(address);
    expect(await engine.run(takenKeys), address).toEqual([]);
  }
});

test('a page that takes a key is told', async ({ engine }) => {
  await engine.open('/traits/isolation/');
  await engine.run(() =>
    document.addEventListener('keydown', (event) => {
      if (event.key === '/' && !event.shiftKey) event.preventDefault();
      if (event.key === 's') document.querySelector<HTMLElement>('.site-title')!.focus();
    }),
  );
  const taken = await engine.run(takenKeys);
  expect(taken).toContain('/ ');
  expect(taken).toContain('a key moves the focus');
});

test('a theme that is chosen is there at once and on the next page', async ({ engine }) => {
  await engine.open('/traits/isolation/');
  await engine.resize(1280, 800);
  const choose = (theme: string) =>
    engine.run((value) => {
      const select = document.querySelector<HTMLSelectElement>('.theme-select select')!;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return getComputedStyle(document.body).backgroundColor;
    }, theme);
  const dark = await choose('dark');
  expect(await choose('light')).not.toBe(dark);
  await choose('dark');
  await engine.open('/traits/portability/');
  expect(await engine.run(() => document.documentElement.dataset.theme)).toBe('dark');
  expect(await engine.run(() => getComputedStyle(document.body).backgroundColor)).toBe(dark);
  await choose('auto');
});

test('the menu of a link sign opens inside the window and gives the focus back', async ({ engine }) => {
  await engine.open('/traits/isolation/');
  await engine.resize(447, 740);
  const sign = 'a.sl-anchor-link[href="#known-escapes"]';
  await engine.run((selector) => document.querySelector(selector)!.scrollIntoView({ block: 'center' }), sign);
  await engine.click(sign);
  const box = () =>
    engine.run(() => {
      const menu = document.querySelector('.copy-menu');
      if (!menu) return undefined;
      const { left, top, right, bottom } = menu.getBoundingClientRect();
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    });
  await expect.poll(box).toBe(true);
  await engine.press('Escape');
  await expect.poll(() => engine.run(() => document.querySelector('.copy-menu') === null)).toBe(true);
  expect(await engine.run((selector) => document.activeElement === document.querySelector(selector), sign)).toBe(true);
});

test('details open, and what they hold has room', async ({ engine }) => {
  await engine.open('/teach/diagrams/');
  await engine.run(() => document.querySelector('main details')!.scrollIntoView({ block: 'center' }));
  await engine.click('main details summary');
  await expect
    .poll(() => engine.run(() => document.querySelector('main details pre')!.getBoundingClientRect().height))
    .toBeGreaterThan(20);
});

test('an address with a fragment shows its heading below the bars', async ({ engine }) => {
  for (const wanted of [447, 1280]) {
    await engine.resize(wanted, 800);
    await engine.open('/traits/isolation/#known-escapes');
    const place = () =>
      engine.run(() => {
        const heading = document.getElementById('known-escapes')!.getBoundingClientRect();
        const hit = document.elementFromPoint(heading.left + 5, heading.top + heading.height / 2);
        return (
          heading.top >= 0 &&
          heading.bottom <= innerHeight &&
          hit?.closest('.sl-heading-wrapper')?.contains(document.getElementById('known-escapes')) === true
        );
      });
    await expect.poll(place, { message: `${engine.name} at ${wanted} px` }).toBe(true);
  }
});

test('the last entry of the contents can be the current one', async ({ engine }) => {
  for (const address of ['/use-cases/choose/', '/systems/docker/', '/traits/isolation/']) {
    await engine.open(address);
    await engine.resize(1920, 1080);
    const hash = await engine.run(
      () => [...document.querySelectorAll<HTMLAnchorElement>('starlight-toc a')].at(-1)!.hash,
    );
    await engine.run(() => [...document.querySelectorAll<HTMLAnchorElement>('starlight-toc a')].at(-1)!.click());
    const current = () =>
      engine.run(() => document.querySelector<HTMLAnchorElement>('starlight-toc [aria-current=true]')?.hash);
    await expect.poll(current, { message: `${engine.name} ${address}` }).toBe(hash);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await current(), `${engine.name} ${address}`).toBe(hash);
  }
});
