import { expect, test } from 'vitest';
import { overBudget, weigh } from '../../tools/bench/weight.ts';
import { base } from '#site.ts';
import { generatedAddresses } from '#model/addresses.ts';
import { sidebarAddresses } from '#model/sidebar.ts';

const addresses = [...new Set(['/', ...sidebarAddresses(), ...generatedAddresses])];

test('every page keeps to its budget of bytes, scripts and requests', () => {
  expect(addresses.flatMap((address) => overBudget(address, weigh('dist', address, base)))).toEqual([]);
  // Brotli at its best is slow, and the machine may be busy.
}, 60_000);

test('a page over its budget is told with the page and the measure', () => {
  const weight = { total: 50_000, scripts: 9_000, requests: 7, first: 20_000, blocking: 1 };
  expect(overBudget('/a/', weight)).toEqual([
    '/a/: total is 50000, more than 35000',
    '/a/: scripts is 9000, more than 8000',
    '/a/: requests is 7, more than 6',
    '/a/: first is 20000, more than 14600',
    '/a/: blocking is 1, more than 0',
  ]);
  expect(overBudget('/reference/glossary/', { ...weight, scripts: 1, requests: 1, blocking: 0 })).toEqual([]);
});
