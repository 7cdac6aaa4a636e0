import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { policyFor } from '#features/security/policy.ts';
import { shortenScripts, takeModules } from '#features/optimise/scripts.ts';

const allowed = (html: string) => policyFor(html)['script-src'];
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('a script in the page is allowed by its hash, a file and facts for programs need none', () => {
  expect(allowed('<script>a()</script>')).toEqual(["'self'", hash('a()')]);
  expect(allowed('<script src="/a.js"></script><script type="application/ld+json">{}</script>')).toEqual(["'self'"]);
});

test('an attribute whose name only ends like that of an address makes a script no file', () => {
  const page = '<script type="module" data-src="/a.js">a()</script>';
  expect(allowed(page)).toEqual(["'self'", hash('a()')]);
  expect(takeModules(page).modules).toEqual([{ text: 'a()' }]);
  expect(shortenScripts('<script data-src="/a.js">a( )</script>')).toBe('<script data-src="/a.js">a();</script>');
});

test('a page with a lab may start a worker and WebAssembly, and no other page may', () => {
  const lab = policyFor('<div data-lab="whose-kernel"></div>');
  expect(lab['script-src']).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(lab['worker-src']).toEqual(["'self'"]);
  const other = policyFor('<p>data-lab=</p>');
  expect(other['script-src']).toEqual(["'self'"]);
  expect(other).not.toHaveProperty('worker-src');
  const own = ['script-src', 'worker-src'];
  const without = (policy: Record<string, readonly string[]>) =>
    Object.fromEntries(Object.entries(policy).filter(([name]) => !own.includes(name)));
  expect(without(lab)).toEqual(without(other));
});
