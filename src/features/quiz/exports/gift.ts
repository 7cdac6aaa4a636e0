import { tagsOf, type Bank, type BankAnswer, type BankItem } from './bank.ts';

/** Signs that GIFT reads as its own, in text they stand behind a backslash. */
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

/** The bank in Moodle's text format GIFT, with a category for each section. The id of a question is its name and its id number. */
export function giftFile(bank: Bank): string {
  const groups = bank.groups.map((group) =>
    [
      `$CATEGORY: $course$/top/${escapeCategory(bank.title)}/${escapeCategory(group.title)}`,
      ...group.items.map((item) => question(item, tagsOf(group, item))),
    ].join('\n\n'),
  );
  return `${groups.join('\n\n')}\n`;
}

/** A slash parts the levels of a category. */
export const escapeCategory = (title: string) => title.replaceAll('/', '//');
