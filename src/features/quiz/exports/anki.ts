import { t } from '#model/i18n.ts';
import { tagsOf, type Bank, type BankItem } from './bank.ts';

/** A quoted field, because links contain quotation marks. Tabs and line breaks are replaced. */
const field = (html: string) => `"${html.replace(/[\t\r\n]+/g, ' ').replaceAll('"', '""')}"`;

/** Front of a card as HTML: the question with its answers. */
export const front = ({ ask, answers }: BankItem) =>
  `${ask}<ol type=a>${answers.map(({ html }) => `<li>${html}</li>`).join('')}</ol>`;

/** Back of a card as HTML: the correct answer and the reason. */
export function back({ answers, feedback }: BankItem): string {
  const right = answers.find((answer) => answer.right)!;
  return `<p><b>${t('quiz.lettered', { letter: right.letter, text: right.html })}</b></p><p>${feedback}</p>`;
}

/**
 * The bank as a text file for Anki's import, with a deck per section. The first column is the note's id, so that importing a newer file updates notes
 * and keeps learning progress.
 */
export function ankiFile(bank: Bank): string {
  const lines = bank.groups.flatMap((group) =>
    group.items.map((item) =>
      [item.id, `${bank.title}::${group.title}`, front(item), back(item), tagsOf(group, item).join(' ')]
        .map(field)
        .join('\t'),
    ),
  );
  const head = [
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    '#notetype:Basic',
    '#deck column:2',
    '#tags column:5',
  ];
  return `${[...head, ...lines].join('\n')}\n`;
}
