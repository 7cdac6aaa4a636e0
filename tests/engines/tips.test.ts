import { finding } from './support/engine.ts';
import { misplacedTips, plainTerms, type Place } from './support/in-page.ts';
import { addresses, expect, test } from './support/test.ts';

/** The widths at which the layout changes; `WIDE=1` tries all in each engine, which takes WebKit more than twenty minutes. */
const all = [320, 360, 447, 600, 799, 801, 1024, 1151, 1153, 1280, 1440, 1920];
const widths = (name: string) => {
  if (process.env.WIDE) return all;
  return name === 'chromium' ? [320, 1024, 1280, 1920] : [447];
};

test('every tooltip is wholly in sight, inside the column, and never over its own word', async ({ engine }) => {
  test.setTimeout(process.env.WIDE ? 3_600_000 : 1_200_000);
  const found: string[] = [];
  let tips = 0;
  for (const address of addresses) {
    await engine.open(address);
    const here = await engine.run(() => document.querySelectorAll('.tip').length);
    if (here === 0) continue;
    tips += here;
    for (const wanted of widths(engine.name)) {
      const width = await engine.resize(wanted, 740);
      for (const place of ['top', 'middle', 'bottom'] satisfies Place[])
        for (const what of await engine.run(misplacedTips, place))
          found.push(finding(engine.name, address, width, '.tip', what));
    }
  }
  expect(found).toEqual([]);
  expect(tips).toBeGreaterThan(400);
});

test('a tooltip that is cut, covered, over its word or not there is told, and a term without its line', async ({
  engine,
}) => {
  await engine.open('/traits/isolation/');
  await engine.resize(1280, 740);
  await engine.run(() => {
    const tips = [...document.querySelectorAll('.tip')].filter((tip) => tip.getClientRects().length > 0);
    tips.forEach((tip, index) => (tip.querySelector<HTMLElement>('[role=tooltip]')!.dataset.nth = String(index)));
    const style = document.createElement('style');
    // Below the upper edge a tooltip lies below its word; the last is drawn over it.
    style.textContent = `[data-nth="0"] { translate: -3000px 0 } [data-nth="1"] { pointer-events: none }
      [data-nth="2"] { display: none !important } [data-nth="3"] { min-block-size: 150px; translate: 0 -50px }`;
    document.head.append(style);
    tips[4]!.querySelector('a')!.style.textDecorationLine = 'none';
  });
  const found = (await engine.run(misplacedTips, 'top')).join('\n');
  for (const what of ['leaves the column', 'is covered at', 'does not open', 'lies over its word'])
    expect(found, `${engine.name}: ${found}`).toContain(what);
  expect((await engine.run(plainTerms)).length).toBe(1);
});

test('in a low window, as a large zoom leaves it, a tooltip scrolls instead of leaving the window', async ({
  engine,
}) => {
  await engine.open('/traits/weight-and-startup/');
  await engine.resize(447, 256);
  for (const place of ['top', 'middle', 'bottom'] satisfies Place[])
    expect(await engine.run(misplacedTips, place)).toEqual([]);
});

/** State of the first tooltip of a page. */
const isOpen = () => document.querySelector('.tip [role=tooltip]')!.getBoundingClientRect().height > 0;

test('a tooltip opens by pointer and stays while the pointer is on it; Escape puts it away', async ({ engine }) => {
  await engine.open('/concepts/shared-kernel-and-guest-os/');
  await engine.resize(1280, 800);
  await engine.run(() => document.querySelector('.tip')!.scrollIntoView({ block: 'center' }));
  expect(await engine.run(isOpen)).toBe(false);
  await engine.hover('.tip > a');
  await expect.poll(() => engine.run(isOpen)).toBe(true);
  await engine.hover('.tip > [role=tooltip]');
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await engine.run(isOpen)).toBe(true);
  await engine.press('Escape');
  await expect.poll(() => engine.run(isOpen)).toBe(false);
  // The heading may lie below the tooltip; the name of the site does not.
  await engine.hover('.site-title');
  await engine.hover('.tip > a');
  await expect.poll(() => engine.run(isOpen)).toBe(true);
  await engine.hover('.site-title');
  await expect.poll(() => engine.run(isOpen)).toBe(false);
});
