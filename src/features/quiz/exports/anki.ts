import { tagsOf, type Bank, type BankItem } from './bank.ts';

/** A field of a line, in quotation marks, since links in it hold some. Neither a tab nor the end of a line stands in it. */
const field = (html: string) => `"${html.replace(/[\t\r\n]+/g, ' ').replaceAll('"', '""')}"`;

/** Front of a card: the question and its answers, as HTML. */
export const front = ({ ask, answers }: BankItem) =>
  `${ask}<ol type=a>${answers.map(({ html }) => `<li>${html}</li>`).join('')}</ol>`;

/** Back of a card: the right answer and why, as HTML. */
export function back({ answers, feedback }: BankItem): string {
  const right = answers.find((answer) => answer.right)!;
  return `<p><b>${right.letter}) ${right.html}</b></p><p>${feedback}</p>`;
}

/**
 * The bank as a text file for Anki's import. The first column is the note's id, so that importing a newer file updates notes and keeps what
 * was learned; each section has a deck of its own.
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
