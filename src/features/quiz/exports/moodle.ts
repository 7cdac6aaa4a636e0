import { tagsOf, type Bank, type BankGroup, type BankItem } from './bank.ts';
import { escapeCategory } from './gift.ts';
import { el, xmlDocument, type Xml } from './xml.ts';

const text = (words: string) => el('text', {}, words);
const htmlText = (name: string, html: string) => el(name, { format: 'html' }, text(html));

const category = (path: string) => el('question', { type: 'category' }, el('category', {}, text(path)));

function question(item: BankItem, group: BankGroup): Xml {
  return el('question', { type: 'multichoice' }, [
    el('name', {}, text(item.id)),
    htmlText('questiontext', item.ask),
    htmlText('generalfeedback', item.feedback),
    el('defaultgrade', {}, '1'),
    el('penalty', {}, '0.3333333'),
    el('hidden', {}, '0'),
    el('idnumber', {}, item.id),
    el('single', {}, 'true'),
    el('shuffleanswers', {}, 'true'),
    el('answernumbering', {}, 'abc'),
    ...item.answers.map(({ html, right, feedback }) =>
      el('answer', { fraction: right ? 100 : 0, format: 'html' }, [text(html), htmlText('feedback', feedback)]),
    ),
    el(
      'tags',
      {},
      tagsOf(group, item).map((tag) => el('tag', {}, text(tag))),
    ),
  ]);
}

/** The bank in Moodle's XML format, with a category per section. */
export const moodleFile = (bank: Bank): string =>
  xmlDocument(
    el(
      'quiz',
      {},
      bank.groups.flatMap((group) => [
        category(`$course$/top/${escapeCategory(bank.title)}/${escapeCategory(group.title)}`),
        ...group.items.map((item) => question(item, group)),
      ]),
    ),
  );
