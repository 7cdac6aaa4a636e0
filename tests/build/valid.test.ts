import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { readDist } from '../support/dist.ts';

/**
 * The rules that are off, each with its reason. Everything else that the recommended set finds is an error.
 */
const rules = {
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
  'valid-id': ['error', { relaxed: true }] as ['error', { relaxed: boolean }],
  // Starlight has one table of contents for phones and one for wide windows, of which only one is ever shown.
  'unique-landmark': 'off',
};

const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules });

test('html-validate finds no error on any built page', async () => {
  const found: string[] = [];
  for (const { address, html } of readDist()) {
    const { results } = await validator.validateString(html);
    for (const { messages } of results) {
      for (const { ruleId, message, line, column, selector } of messages)
        found.push(`${address} ${line}:${column} ${ruleId}: ${message} (${selector ?? ''})`);
    }
  }
  expect([...new Set(found.map((text) => text.replace(/^\S+ \d+:\d+ /, '')))].slice(0, 40)).toEqual([]);
}, 120_000);

test('the validator sees what is wrong', async () => {
  const { valid } = await validator.validateString(
    '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><p><div>x</div></p></body></html>',
  );
  expect(valid).toBe(false);
});
