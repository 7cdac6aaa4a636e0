/** A row of results: file, place, link, result, and remarks. */
export type Row = [file: string, place: string, link: string, result: string, more: string];

/** Formats a CSV field (RFC 4180). Prefixes a quote if a spreadsheet would take the value for a formula. */
function cell(text: string, separator: string): string {
  const plain = /^[=+@\t-]/.test(text) ? `'${text}` : text;
  return separator === '\t'
    ? plain.replace(/[\t\r\n]+/g, ' ')
    : /[",\r\n]/.test(plain)
      ? `"${plain.replaceAll('"', '""')}"`
      : plain;
}

/** Formats rows as text: comma-separated for a file, tab-separated for pasting into a spreadsheet. */
export const tableText = (rows: readonly Row[], separator: ',' | '\t'): string =>
  rows.map((row) => `${row.map((text) => cell(text, separator)).join(separator)}\r\n`).join('');
