import { expect, test } from 'vitest';
import { distProblems } from '../../support/link-checker.ts';

const files = new Set(['/favicon.svg']);

test('sound links have no problem', () => {
  const pages = [
    { address: '/', ids: ['top'], links: ['/a/', '/a/#x', '#top', '/favicon.svg', 'https://example.org/'] },
    { address: '/a/', ids: ['x'], links: ['/'] },
  ];
  expect(distProblems(pages, files)).toEqual([]);
});

test.each([
  ['/b/', '/: the link /b/ leads nowhere'],
  ['/a/#y', '/: /a/ has no id "y" (link /a/#y)'],
  ['#gone', '/: / has no id "gone" (link #gone)'],
])('the link %s is told', (link, problem) => {
  const pages = [
    { address: '/', ids: [], links: [link] },
    { address: '/a/', ids: ['x'], links: [] },
  ];
  expect(distProblems(pages, files)).toEqual([problem]);
});

test('an id that stands twice, and a link that leaves the sub-path, are told', () => {
  expect(distProblems([{ address: '/', ids: ['x', 'x'], links: ['/a/'] }], files, '/site/')).toEqual([
    '/: the id "x" stands twice',
    '/: the link /a/ leaves the sub-path /site/',
  ]);
});
