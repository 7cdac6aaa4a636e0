import { labHeadings } from '#model/lab-files.ts';
import { doLab } from '../support/lab-keys.ts';
import { expect, test } from './support/test.ts';

for (const [id, headings] of labHeadings('.'))
  test(`${id} is done to its end by keyboard alone, at the width of a laptop or of a phone`, async ({ engine }) => {
    // A busy machine emulates slowly.
    test.setTimeout(420_000);
    await engine.resize(widthOf(id), 800);
    await engine.open(`/labs/${id}/`);
    const steps = headings.map((step) => step.id);
    expect(await doLab(engine, steps, 120)).toEqual([]);
    expect(await engine.run(() => (window as unknown as { faults: string[] }).faults)).toEqual([]);
  });

/** One width a lab, in turn: each is done at both in Chromium. */
const widthOf = (id: string) => ([...labHeadings('.').keys()].indexOf(id) % 2 === 0 ? 1280 : 360);
