import { labHeadings } from '#model/lab-files.ts';
import { doLab } from '../support/lab-keys.ts';
import { expect, test } from './support/test.ts';

for (const [id, headings] of labHeadings('.'))
  test(`${id} is done to its end by keyboard alone on a laptop`, async ({ engine }) => {
    // A busy machine emulates slowly.
    test.setTimeout(420_000);
    await engine.resize(1280, 800);
    await engine.open(`/labs/${id}/`);
    const steps = headings.map((step) => step.id);
    expect(await doLab(engine, steps, 120)).toEqual([]);
    expect(await engine.run(() => (window as unknown as { faults: string[] }).faults)).toEqual([]);
  });
