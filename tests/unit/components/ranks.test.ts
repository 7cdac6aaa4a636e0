import { expect, test } from 'vitest';
import { partByRank } from '#components/ranks.ts';

const heading = (id: string) => `<div class="sl-heading-wrapper level-h2"><h2 id="${id}">x</h2></div>`;
const argument = `<p>First.</p>${heading('how')}<p>How.</p>`;

test('what serves the argument stands in sections of its own behind it', () => {
  const html = `${argument}${heading('not-true')}<p>But.</p>${heading('common-questions')}<p>Why?</p>`;
  expect(partByRank(html)).toEqual({
    argument,
    rest: `<section class="service">${heading('not-true')}<p>But.</p></section><section class="service">${heading('common-questions')}<p>Why?</p></section>`,
  });
});

test('what comes behind such a section is not part of it', () => {
  const { rest } = partByRank(`${heading('see-for-yourself')}<p>Try.</p>${heading('more')}<p>More.</p>`);
  expect(rest).toBe(
    `<section class="service">${heading('see-for-yourself')}<p>Try.</p></section>${heading('more')}<p>More.</p>`,
  );
});

test('a page without them is all argument', () => expect(partByRank(argument)).toEqual({ argument, rest: '' }));
