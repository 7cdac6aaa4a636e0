import { HtmlValidate, type RuleConfig } from 'html-validate';
import { expect, test } from 'vitest';
import { readDist } from '../support/dist.ts';

/**
 * The rules that are off, each with its reason. Everything else that the recommended set finds is an error.
 */
const rules: RuleConfig = {
  // Style and not validity: void elements, quotes, boolean attributes and white space as Astro writes them.
  'void-style': 'off',
  'attr-quotes': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'no-trailing-whitespace': 'off',
  'doctype-style': 'off',
  'no-raw-characters': 'off',
  'no-implicit-button-type': 'off',
  // Starlight and its code blocks pass numbers to the style sheet in style attributes.
  'no-inline-style': 'off',
  // The home page's title is as long as the difference it states.
  'long-title': 'off',
  // Starlight names the top of a page `_top`.
  'valid-id': ['error', { relaxed: true }],
  // Starlight has one table of contents for phones and one for wide windows, of which only one is ever shown.
  'unique-landmark': 'off',
};

const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules });

/** Errors that many pages share, each once: where it was met first, and how many times more. */
async function errorsOf(pages: readonly { address: string; html: string }[]): Promise<string[]> {
  const found = new Map<string, { place: string; more: number }>();
  for (const { address, html } of pages) {
    const { results } = await validator.validateString(html);
    for (const { ruleId, message, line, column, selector } of results.flatMap(({ messages }) => messages)) {
      const error = `${ruleId}: ${message} (${selector ?? ''})`;
      const known = found.get(error);
      if (known) known.more += 1;
      else found.set(error, { place: `${address} ${line}:${column}`, more: 0 });
    }
  }
  return [...found].map(([error, { place, more }]) => `${place} ${error}${more > 0 ? `, and ${more} more` : ''}`);
}

test('html-validate finds no error on any built page', async () => {
  expect((await errorsOf(readDist())).slice(0, 40)).toEqual([]);
}, 120_000);

test('an error is told once, with its first page and line', async () => {
  const html = '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body>\n<p><div>x</div></p></body></html>';
  const errors = await errorsOf([
    { address: '/a/', html },
    { address: '/b/', html },
  ]);
  expect(errors).toContainEqual(expect.stringMatching(/^\/a\/ 2:\d+ .*, and 1 more$/));
  expect(errors.filter((error) => error.startsWith('/b/'))).toEqual([]);
});
