import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { messageProblems, readMessages } from '#model/i18n.ts';
import { messageHtml } from '#shared/message-html.ts';
import { messageParts, translator } from '#shared/message.ts';
import { unmarkedWords, untranslated } from '../../support/untranslated.ts';

describe('a sentence', () => {
  const messages = {
    hello: 'Hello {{name}}',
    found_one: 'One page',
    found_few: '{{count}} few',
    found_other: '{{count}} pages',
  };
  const t = translator(messages, 'en');
  test('has its values filled in, as they are', () =>
    expect(t('hello', { name: '<b> & {{x}}' })).toBe('Hello <b> & {{x}}'));
  test('takes the plural form of its language', () => {
    expect([1, 2, 5].map((count) => t('found', { count }))).toEqual(['One page', '2 pages', '5 pages']);
    expect(translator(messages, 'cs')('found', { count: 3 })).toBe('3 few');
  });
  test('that needs a value says which', () =>
    expect(() => t('hello')).toThrow('The sentence "hello" needs the value "name".'));
  test('that is not there is named', () =>
    expect(() => t('no.such' as 'hello')).toThrow('There is no sentence "no.such" in the file of "en".'));
});

describe('tags in a sentence', () => {
  test('cut it into parts', () =>
    expect(messageParts('Go <to>there</to>, <x/>.')).toEqual([
      { tag: undefined, text: 'Go ' },
      { tag: 'to', text: 'there' },
      { tag: undefined, text: ', ' },
      { tag: 'x', text: '' },
      { tag: undefined, text: '.' },
    ]));
  test('become HTML, and its words are escaped', () =>
    expect(messageHtml('A & <to>b < c</to> <x/>', { to: (words) => `<a>${words}</a>`, x: '<i></i>' })).toBe(
      'A &amp; <a>b &lt; c</a> <i></i>',
    ));
  test('that nothing fills are named', () => expect(() => messageHtml('<to>x</to>', {})).toThrow('has a tag <to>'));
});

describe('a file of sentences', () => {
  const english = { a: 'A {{x}} <to>b</to>', n_one: 'One', n_other: '{{count}}' };
  test('that lacks nothing has no problem', () => {
    expect(
      messageProblems(english, { a: '<to>B</to> {{x}}', n_one: '1', n_few: '2', n_many: '5', n_other: '0.5' }, 'ru'),
    ).toEqual([]);
    expect(() => readMessages('.', 'en')).not.toThrow();
  });
  test('that lacks a sentence, a plural form or a place is named with its key', () =>
    expect(messageProblems(english, { a: 'A {{y}}', n_one: '1', n_other: '2' }, 'ru')).toEqual([
      'content/i18n/ru.json  "a" has the places {{y}}, and the English sentence has <to {{x}}.',
      'content/i18n/ru.json  "n_few" is missing. In English: "{{count}}"',
      'content/i18n/ru.json  "n_many" is missing. In English: "{{count}}"',
    ]));
  test('that is missing is named', () =>
    expect(() => readMessages('.', 'xx')).toThrow('content/i18n/xx.json is missing'));
});

test('every sentence is used', () => {
  const code = globSync('{src/**/*.{ts,astro},tools/**/*.ts,astro.config.mjs}')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  // A key that is put together in code has its parts there: `kind.${kind}`.
  const isUsed = (key: string) => {
    const name = key.replace(/_(?:one|other)$/, '');
    const [group, ...rest] = name.split('.');
    const parts = rest.map((_, index) => [group, ...rest.slice(0, index)].join('.'));
    return code.includes(`'${name}'`) || parts.some((part) => code.includes(`\`${part}.\${`));
  };
  expect(Object.keys(readMessages('.', 'en')).filter((key) => !isUsed(key))).toEqual([]);
  expect(isUsed('no.such')).toBe(false);
});

describe('words that stand in code', () => {
  test('are found in text, attributes and what programs read, and nothing else is', () =>
    expect(untranslated(readFileSync('tests/fixtures/i18n/left-over.html', 'utf8'))).toEqual([
      'and a glued end',
      'A description in code',
      'A name in code',
      'Close it',
      'Why',
    ]));
  test('cannot hide behind a mark without a partner', () => {
    expect(() => unmarkedWords('⟦open')).toThrow('do not pair up');
    expect(() => unmarkedWords('closed⟧ ⟦')).toThrow('do not pair up');
  });
});
