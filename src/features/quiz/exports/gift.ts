import { tagsOf, type Bank, type BankAnswer, type BankItem } from './bank.ts';

/** Escapes the special characters of GIFT with a backslash. */
const escapeGift = (text: string) => text.replace(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', ' ');

function answer({ right, html, feedback }: BankAnswer): string {
  return `${right ? '=' : '~'}${escapeGift(html)}${feedback ? `#${escapeGift(feedback)}` : ''}`;
}

function question(item: BankItem, tags: readonly string[]): string {
  return [
    `// [id:${item.id}] ${tags.map((tag) => `[tag:${tag}]`).join(' ')}`,
    `::${item.id}::[html]${escapeGift(item.ask)}{`,
    ...item.answers.map(answer),
    `####${escapeGift(item.feedback)}`,
    '}',
  ].join('\n');
}

/** The bank in Moodle's GIFT text format, with a category per section. The id of a question is both its name and its id number. */
export function giftFile(bank: Bank): string {
  const groups = bank.groups.map((group) =>
    [
      `$CATEGORY: $course$/top/${escapeCategory(bank.title)}/${escapeCategory(group.title)}`,
      ...group.items.map((item) => question(item, tagsOf(group, item))),
    ].join('\n\n'),
  );
  return `${groups.join('\n\n')}\n`;
}

/** Escapes slashes, which separate levels of categories. */
export const escapeCategory = (title: string) => title.replaceAll('/', '//');
