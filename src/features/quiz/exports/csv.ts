import type { Bank } from './bank.ts';

const field = (text: string | number) =>
  /[",\r\n]/.test(String(text)) ? `"${String(text).replaceAll('"', '""')}"` : text;

/** Names of the columns; must not change, because other programs read them. */
export const csvColumns = [
  'id',
  'section',
  'difficulty',
  'goal',
  'question',
  'a',
  'b',
  'c',
  'd',
  'right',
  'feedback',
  'misconceptions',
  'explained_at',
  'address',
] as const;

/** The bank as CSV (RFC 4180), in plain text. `misconceptions` has letter and id for each answer that reveals one. */
export function csvFile({ groups }: Bank): string {
  const rows = groups.flatMap(({ section, items }) =>
    items.map((item) => {
      const { ask, answers, feedback } = item.plain;
      const shown = item.answers.flatMap(({ letter, shows }) => (shows ? [`${letter}:${shows}`] : []));
      const right = item.answers.find((answer) => answer.right)!.letter;
      const four = ['a', 'b', 'c', 'd'].map((_, index) => answers[index] ?? '');
      return [
        ...[item.id, section, item.difficulty, item.goal, ask, ...four],
        ...[right, feedback, shown.join(' '), item.explainedAt, item.url],
      ];
    }),
  );
  return [csvColumns, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}
