import { finding } from './support/engine.ts';
import { plainTerms, sidewaysScroll } from './support/in-page.ts';
import { addresses, expect, test } from './support/test.ts';

test('every page loads without a fault, no page scrolls sideways, every term has its line', async ({ engine }) => {
  test.setTimeout(600_000);
  const found: string[] = [];
  for (const address of addresses) {
    await engine.open(address);
    const faults = await engine.run(() => (window as unknown as { faults: string[] }).faults);
    for (const fault of faults) found.push(finding(engine.name, address, 0, 'page', fault));
    for (const wanted of [320, 1280]) {
      const width = await engine.resize(wanted, 800);
      for (const what of await engine.run(sidewaysScroll)) found.push(finding(engine.name, address, width, '', what));
    }
    for (const what of await engine.run(plainTerms)) found.push(finding(engine.name, address, 1280, 'a', what));
  }
  expect(found).toEqual([]);
});

test('a fault of a page would be told, with engine, page, width and element', async ({ engine }) => {
  await engine.open('/traits/isolation/');
  const width = await engine.resize(1280, 800);
  await engine.run(() => {
    const wide = document.createElement('p');
    wide.className = 'far-out';
    wide.style.minWidth = '5000px';
    wide.textContent = 'wide';
    document.querySelector('main')!.append(wide);
    setTimeout(() => {
      throw new Error('on purpose');
    });
    return new Promise((resolve) => setTimeout(resolve, 100));
  });
  const found = (await engine.run(sidewaysScroll)).map((what) =>
    finding(engine.name, '/traits/isolation/', width, '', what),
  );
  expect(found.join('\n')).toMatch(
    new RegExp(`^${engine.name} /traits/isolation/ at 1280 px: .*p\\.far-out reaches beyond`, 'm'),
  );
  expect(await engine.run(() => (window as unknown as { faults: string[] }).faults.join())).toMatch(
    /on purpose|Script error/,
  );
});
