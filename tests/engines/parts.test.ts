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

test('no key alone does anything, nor do the combinations that browsers have for themselves', async ({ engine }) => {
  await engine.open('/traits/isolation/');
  const taken = await engine.run(() => {
    const keys = [..."abcdefghijklmnopqrstuvwxyz0123456789/.,;:?!-+=[]'`\\"];
    const sets = [
      {},
      { shiftKey: true },
      { altKey: true },
      { ctrlKey: true, shiftKey: true },
      { ctrlKey: true, altKey: true },
    ];
    return keys.flatMap((key) =>
      sets.flatMap((modifiers) => {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
        document.body.dispatchEvent(event);
        return event.defaultPrevented ? [`${key} ${Object.keys(modifiers).join()}`] : [];
      }),
    );
  });
  expect(taken).toEqual([]);
  expect(await engine.run(() => document.querySelector('dialog[open]') === null)).toBe(true);
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
