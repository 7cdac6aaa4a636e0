import { start, expect, test } from './support/test.ts';

test('with forced colours what an address leads to is marked, on every kind of page', async ({ site }, { project }) => {
  const engine = await start(project.name as 'chromium' | 'firefox', site, true);
  const found: string[] = [];
  try {
    for (const address of [
      '/reference/numbers/#cncf-2020-production-share',
      '/reference/glossary/#cgroup',
      '/reference/symptoms/#kernel-too-old',
    ]) {
      await engine.open(address.split('#')[0]!);
      expect(await engine.run(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      const id =
        (await engine.run((wanted) => document.getElementById(wanted)?.id, address.split('#')[1]!)) ??
        (await engine.run(() => document.querySelector('main .entry > [id]')!.id));
      await engine.open(`${address.split('#')[0]}#${id}`);
      const line = await engine.run(() => {
        const target = document.querySelector(':target')!;
        const marked = target.matches('tr') ? target.firstElementChild! : target;
        return getComputedStyle(marked).outlineStyle;
      });
      if (line === 'none') found.push(`${engine.name} ${address}: #${id} has no line around it`);
    }
  } finally {
    await engine.close();
  }
  expect(found).toEqual([]);
});
