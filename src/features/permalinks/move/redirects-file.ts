import { isMap, isSeq, parseDocument, Scalar, type Document } from 'yaml';
import { relink } from './text.ts';

/**
 * Updates `redirects.yml` after a page has moved: redirects to the page get its new address, so that no chain arises;
 * a redirect away from the new address is removed; the move itself is added at the end.
 * @param day the day of the move, `YYYY-MM-DD`
 */
export function updateRedirects(text: string, from: string, to: string, day: string): string {
  const document: Document = parseDocument(text);
  if (!isSeq(document.contents))
    throw new Error('content/data/redirects.yml is not a list. Fix it, then move the page.');
  const list = document.contents;
  list.flow = false;
  list.items = list.items.filter((item) => !isMap(item) || item.get('from') !== to);
  for (const item of list.items) {
    const target = isMap(item) ? item.get('to') : undefined;
    if (isMap(item) && typeof target === 'string') item.set('to', relink(target, from, to));
    const note = isMap(item) ? item.get('note') : undefined;
    if (isMap(item) && typeof note === 'string') item.set('note', relink(note, from, to));
  }
  // Quoted, because older YAML parsers read a bare day as a date.
  const since = new Scalar(day);
  since.type = Scalar.QUOTE_SINGLE;
  const entry = document.createNode({ from, to, why: 'moved', since }, { flow: true });
  list.add(entry);
  return document.toString({ lineWidth: 0, singleQuote: true });
}
