import { expect, test } from 'vitest';
import { headingSigns } from '#features/optimise/heading-signs.ts';

const starlight = (heading: string, name: string) =>
  `<div class="sl-heading-wrapper level-h2">${heading}<a class="sl-anchor-link" href="#a"><span aria-hidden="true" class="sl-anchor-icon"><svg><path></path></svg></span><span class="sr-only" data-pagefind-ignore="true">${name}</span></a></div>`;

test('the sign beside a heading has its name as an attribute, and its box is none that a reader view throws away', () => {
  expect(headingSigns(starlight('<h2 id="a">One &amp; "two"</h2>', 'Section titled “One &amp; "two"”'))).toBe(
    '<section class="sl-heading-wrapper level-h2"><h2 id="a">One &amp; "two"</h2><a class="sl-anchor-link" href="#a" aria-label="Section titled “One &amp; &quot;two&quot;”">#</a></section>',
  );
});

test('each heading keeps its own sign', () => {
  const both = headingSigns(starlight('<h2 id="a">One</h2>', 'x') + '<p>.</p>' + starlight('<h3 id="b">Two</h3>', 'y'));
  expect(both).not.toContain('<div');
  expect(both.match(/<section/g)).toHaveLength(2);
});

test('a heading whose id sounds like advertising says that it is an entry', () => {
  expect(headingSigns('<h2 id="bare-metal">x</h2><h2 id="kernel">y</h2>')).toBe(
    '<h2 class="entry-title" id="bare-metal">x</h2><h2 id="kernel">y</h2>',
  );
});

test('an id that a reader view takes for a row of sharing buttons stands on an empty element inside', () => {
  expect(headingSigns('<h3 id="share-containerd">One?</h3><tr id="pull-share"><th scope="row">6.4 %</th></tr>')).toBe(
    '<h3><span id="share-containerd"></span>One?</h3><tr><th scope="row"><span id="pull-share"></span>6.4 %</th></tr>',
  );
  expect(headingSigns('<tr id="shared-kernel"><th>x</th></tr>')).toBe('<tr id="shared-kernel"><th>x</th></tr>');
});

test('a heading with a class of its own gets that of an entry beside it', () => {
  expect(headingSigns('<h2 class="ask" id="bare-metal">x</h2><h2 class="ask" id="kernel">y</h2>')).toBe(
    '<h2 class="entry-title ask" id="bare-metal">x</h2><h2 class="ask" id="kernel">y</h2>',
  );
});
