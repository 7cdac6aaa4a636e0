import { t } from 'virtual:i18n/check';
import { isFault, type Check, type FileReport, type Line } from '../core/check.ts';
import { notesOf, placesWords, remarks, stateWords, sumWords } from '../core/report.ts';
import { tableText, type Row } from './rows.ts';

const element = <Name extends keyof HTMLElementTagNameMap>(name: Name, text = ''): HTMLElementTagNameMap[Name] =>
  Object.assign(document.createElement(name), { textContent: text });

const rowOf = (name: string, line: Line): Row => [
  name,
  placesWords(line.places, t),
  line.url,
  stateWords(line, t),
  remarks(line, t).join(' '),
];

/** A row of the table: the result in bold, followed by remarks. */
function rowElement([name, place, url, state, more]: Row, fault: boolean): HTMLTableRowElement {
  const row = element('tr');
  row.toggleAttribute('data-fault', fault);
  const result = element('td');
  result.append(element('strong', state), more ? ` ${more}` : '');
  row.append(element('td', name), element('td', place), element('td', url), result);
  return row;
}

/** Offers a file for download. */
function download(name: string, parts: readonly Uint8Array[] | string, type = 'application/octet-stream'): void {
  const blob = new Blob(typeof parts === 'string' ? [parts] : (parts as Uint8Array<ArrayBuffer>[]), { type });
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A button that makes and downloads a corrected copy of a file. */
function fixButton(file: File, { index }: Check, say: (text: string) => void): HTMLButtonElement {
  const button = element('button', t('check.save', { name: file.name }));
  button.type = 'button';
  button.addEventListener('click', () => {
    void import('./correct.ts').then(async ({ correct }) => {
      const { copy, said } = await correct(file, index);
      if (copy) download(copy.name, copy.chunks);
      say(said);
    });
  });
  return button;
}

/**
 * Shows results, with buttons to copy and to save them.
 * @param files the file of each report, for corrections
 */
export function show(
  place: HTMLElement,
  reports: readonly FileReport[],
  files: ReadonlyMap<FileReport, File>,
  check: Check,
): void {
  // The table is in a template until there are results: screen readers and reader views would meet an empty one.
  const results = place.querySelector<HTMLTemplateElement>('template[data-check-results]');
  results?.replaceWith(results.content);
  const part = (name: string) => place.querySelector<HTMLElement>(`[data-check-${name}]`)!;
  const say = (text: string) => void (part('said').textContent = text);
  const rows = reports.flatMap(({ name, lines }) =>
    lines.map((line) => ({ row: rowOf(name, line), fault: isFault(line) })),
  );
  part('sum').textContent = rows.length > 0 ? sumWords(reports, t) : t('check.none');
  part('notes').replaceChildren(...reports.flatMap((report) => notesOf(report, t)).map((note) => element('li', note)));
  part('table').hidden = rows.length === 0;
  part('table')
    .querySelector('tbody')!
    .replaceChildren(...rows.map(({ row, fault }) => rowElement(row, fault)));
  const moved = reports.flatMap((report) => {
    const file = files.get(report);
    return file && report.lines.some(({ state }) => state === 'moved') ? [fixButton(file, check, say)] : [];
  });
  part('fixes').replaceChildren(...moved);
  say('');
  const table = [
    [t('check.col.file'), t('check.col.place'), t('check.col.link'), t('check.col.result'), ''] as Row,
    ...rows.map(({ row }) => row),
  ];
  part('copy').onclick = () =>
    void navigator.clipboard.writeText(tableText(table, '\t')).then(
      () => say(t('check.copied')),
      () => say(t('check.byHand')),
    );
  part('save').onclick = () => download('links.csv', tableText(table, ','), 'text/csv');
}
