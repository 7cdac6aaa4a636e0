import { spawnSync } from 'node:child_process';

/** One word of a PDF file and where it stands, points. */
export interface PaperWord {
  page: number;
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The words of a PDF file by sheet, with the width of the sheets, points. Needs poppler's `pdftotext`. */
export function readPaper(pdf: Uint8Array): { sheets: number; width: number; words: PaperWord[] } {
  const { stdout, status, stderr } = spawnSync('pdftotext', ['-bbox', '-', '-'], {
    input: pdf,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`pdftotext: ${stderr}`);
  const pages = stdout.split('<page ').slice(1);
  const words = pages.flatMap((text, index) =>
    [...text.matchAll(/<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">([^<]*)</g)].map(
      ([, left, top, right, bottom, word]): PaperWord => ({
        page: index + 1,
        // Firefox sets "ffi" as one sign.
        text: word!.normalize('NFKC'),
        left: Number(left),
        right: Number(right),
        top: Number(top),
        bottom: Number(bottom),
      }),
    ),
  );
  return { sheets: pages.length, width: Number(/width="([^"]+)"/.exec(pages[0] ?? '')?.[1]), words };
}

/** Words that reach beyond the sheet or stand in the margin that no printer prints in, as lines. */
export function cutWords(pdf: Uint8Array, margin = 14): string[] {
  const { width, words } = readPaper(pdf);
  return words
    .filter(({ left, right }) => left < margin || right > width - margin)
    .map(({ page, text, left, right }) => `sheet ${page}: "${text}" from ${left} to ${right} of ${width} points`);
}

/** Words that lie over one another by more than `most` points in both directions, as lines: a column over the next, a box over a sentence. */
export function crossingWords(pdf: Uint8Array, most = 3): string[] {
  const found: string[] = [];
  const { words } = readPaper(pdf);
  for (const [index, one] of words.entries())
    for (const other of words.slice(index + 1)) {
      if (other.page !== one.page) break;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > most && down > most) found.push(`sheet ${one.page}: "${one.text}" and "${other.text}" cross`);
    }
  return found;
}

/** The headings of a page and the names of the rows of its tables, for {@link missingNames}; runs in the page. */
export const headingsAndRows = (): string[] =>
  [...document.querySelectorAll('main :is(h1, h2, h3), main tbody tr > :first-child')]
    // What leads to a page is no part of a handout, nor is what has to be filled first.
    .filter((element) => !element.closest('.backlinks') && element.getClientRects().length > 0)
    .map(
      (element) =>
        (element.matches('h1, h2, h3') ? element : (element.querySelector('strong, a') ?? element)).textContent ?? '',
    );

/** Headings and rows whose name is not on paper, as lines: some engines leave out what would lie beyond the sheet. */
export function missingNames(pdf: Uint8Array, names: readonly string[]): string[] {
  const all = readPaper(pdf)
    .words.map(({ text }) => text)
    .join('');
  const parts = (name: string) => name.split(/[^\p{L}\d]+/u).filter(Boolean);
  return names.filter((name) => parts(name).some((part) => !all.includes(part))).map((name) => `no "${name}"`);
}
