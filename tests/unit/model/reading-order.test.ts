import { describe, expect, test } from 'vitest';
import { minutesOf, nextInOrder, overviewOf, pathsThrough, placeOf } from '#model/reading-order.ts';

const group = (label: string, ...addresses: string[]) => ({ label, addresses, labels: new Map<string, string>() });
const groups = [group('Start', '/start/first/'), group('Parts', '/parts/', '/parts/a/', '/parts/b/')];
const path = (id: string, ...pages: string[]) => ({
  id,
  name: id,
  purpose: 'To learn.',
  steps: pages.map((page, index) => ({ page, minutes: index + 1 })),
  after: '/parts/',
});

test('a page has its section and its position there; the overview is not counted', () => {
  expect(placeOf('/parts/b/', groups)).toEqual({
    ...{ section: 'Parts', overview: '/parts/', position: 2, count: 2 },
    above: undefined,
  });
  expect(placeOf('/parts/', groups)).toMatchObject({ position: 0, count: 2 });
  expect(placeOf('/start/first/', groups)).toMatchObject({ overview: undefined, position: 1, count: 1 });
  expect(placeOf('/elsewhere/', groups)).toBeUndefined();
  expect(overviewOf(groups[1]!)).toBe('/parts/');
});

test('a page that code makes has the place of the page it stands below, and leads to the next beside it', () => {
  expect(placeOf('/parts/a/one/', groups)).toMatchObject({ section: 'Parts', position: 1, above: '/parts/a/' });
  const generated = ['/search/', '/parts/a/', '/parts/a/one/', '/parts/b/other/', '/parts/a/two/'];
  const next = (address: string) => nextInOrder(address, groups, generated);
  expect(next('/parts/a/one/')).toBe('/parts/a/two/');
  expect(next('/parts/a/two/')).toBe('/parts/b/');
  expect(next('/parts/a/')).toBe('/parts/b/');
  expect(next('/search/')).toBeUndefined();
});

describe('the paths through a page', () => {
  const paths = [path('one', '/parts/a/', '/parts/b/', '/start/first/'), path('two', '/parts/b/#part', '/parts/a/')];

  test('come in the order of the author, each with what is before and after', () => {
    const places = pathsThrough('/parts/b/', paths).map(({ path: { id }, ...rest }) => ({ id, ...rest }));
    expect(places).toEqual([
      { id: 'one', position: 2, previous: '/parts/a/', next: '/start/first/', last: false },
      { id: 'two', position: 1, previous: undefined, next: '/parts/a/', last: false },
    ]);
  });

  test('end with what to read then', () => {
    expect(pathsThrough('/start/first/', paths)[0]).toMatchObject({ last: true, next: '/parts/' });
    expect(pathsThrough('/parts/', paths)).toEqual([]);
    expect(minutesOf(paths[0]!)).toBe(6);
  });
});

test('outside all paths the sidebar says what comes next', () => {
  expect(nextInOrder('/start/first/', groups)).toBe('/parts/');
  expect(nextInOrder('/parts/b/', groups)).toBeUndefined();
  expect(nextInOrder('/elsewhere/', groups)).toBeUndefined();
});
