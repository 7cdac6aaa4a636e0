import { finding } from './support/engine.ts';
import { misplacedTips, type Place } from './support/in-page.ts';
import { addresses, expect, test } from './support/test.ts';

/** The widths at which the layout changes in one engine and some of them in the others; `WIDE=1` tries all in each, which takes WebKit more than twenty minutes. */
const all = [320, 360, 447, 600, 799, 801, 1024, 1151, 1153, 1280, 1440, 1920];
const widths = (name: string) => (process.env.WIDE ? all : name === 'chromium' ? [320, 1024] : [447]);

test('every tooltip is wholly in sight, inside the column, and never over its own word', async ({ engine }) => {
  test.setTimeout(process.env.WIDE ? 3_600_000 : 1_200_000);
  const found: string[] = [];
  for (const address of addresses) {
    await engine.open(address);
    if ((await engine.run(() => document.querySelectorAll('.tip').length)) === 0) continue;
    for (const wanted of widths(engine.name)) {
      const width = await engine.resize(wanted, 740);
      for (const place of ['top', 'middle', 'bottom'] satisfies Place[])
        for (const what of await engine.run(misplacedTips, place))
          found.push(finding(engine.name, address, width, '.tip', what));
    }
  }
  expect(found).toEqual([]);
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
