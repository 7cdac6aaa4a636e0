/** Characters in a window; shorter repetitions are not looked for. */
const span = 32;
/** Minimum number of new windows in a piece: a shorter one costs the dictionary about as much as it saves. */
const leastNew = 16;
/** Maximum number of known windows that a piece may include in a row: one longer piece is matched as a whole. */
const most = 200;
/** Number of slots to count windows by hash. Windows in one slot are counted together, which does not affect a whole piece. */
const places = 1 << 22;
const factor = 0x01000193;
/** Factor that the first character of a window has been multiplied by once the window is full. */
const oldest = Array.from({ length: span }).reduce<number>((product) => Math.imul(product, factor), 1);

/** Rolling hash (Rabin–Karp) of the window that begins at each character. */
function windows(text: string): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, text.length - span + 1));
  let hash = 0;
  for (let end = 0; end < text.length; end += 1) {
    hash = (Math.imul(hash, factor) + text.charCodeAt(end)) | 0;
    if (end >= span) hash = (hash - Math.imul(text.charCodeAt(end - span), oldest)) | 0;
    if (end >= span - 1) hashes[end - span + 1] = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 10;
  }
  return hashes;
}

/** Number of pages that contain each window. */
function countPages(pages: readonly string[]): Uint32Array {
  const counts = new Uint32Array(places);
  const last = new Uint32Array(places);
  pages.forEach((page, index) => {
    const hashes = windows(page);
    for (let at = 0; at < hashes.length; at += 1) {
      const window = hashes[at]!;
      if (last[window] !== index + 1) counts[window]! += 1;
      last[window] = index + 1;
    }
  });
  return counts;
}

/**
 * Returns the text that a share of the pages have in common, each piece once and in page order: the content of a compression dictionary.
 * It is independent of markup, so that styles, navigation, drawings and phrases count alike.
 * @param share minimum share of pages that have to contain a piece, from 0 to 1
 */
export function commonText(pages: readonly string[], share: number): string {
  const counts = countPages(pages);
  const least = Math.max(2, Math.ceil(pages.length * share));
  const known = new Uint8Array(places);
  const pieces: string[] = [];
  for (const page of pages) {
    const hashes = windows(page);
    let [start, last, fresh] = [-1, -1, 0];
    const keep = () => {
      if (fresh >= leastNew) {
        pieces.push(page.slice(start, last + span));
        for (let at = start; at <= last; at += 1) known[hashes[at]!] = 1;
      }
      [start, fresh] = [-1, 0];
    };
    for (let at = 0; at < hashes.length; at += 1) {
      const window = hashes[at]!;
      const common = counts[window]! >= least;
      if (common && known[window] === 0) {
        if (start < 0) start = at;
        last = at;
        fresh += 1;
      } else if (start >= 0 && (!common || at - last > most)) keep();
    }
    if (start >= 0) keep();
  }
  return pieces.join('');
}
