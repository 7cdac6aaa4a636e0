/** A row of results: file, place, link, result, and what is to be said of it. */
export type Row = [file: string, place: string, link: string, result: string, more: string];

/** A value as a spreadsheet takes it (RFC 4180); one that it would take for a formula is given a quote. */
function cell(text: string, separator: string): string {
  const plain = /^[=+@\t-]/.test(text) ? `'${text}` : text;
  return separator === '\t'
    ? plain.replace(/[\t\r\n]+/g, ' ')
    : /[",\r\n]/.test(plain)
      ? `"${plain.replaceAll('"', '""')}"`
      : plain;
}

/** Rows as text: with commas for a file, with tabs for pasting into a spreadsheet. */
export const tableText = (rows: readonly Row[], separator: ',' | '\t'): string =>
  rows.map((row) => `${row.map((text) => cell(text, separator)).join(separator)}\r\n`).join('');
