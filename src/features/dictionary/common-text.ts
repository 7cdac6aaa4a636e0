/** Letters of a window: shorter repetitions are not looked for. */
const span = 32;
/** Fewest new windows of a piece: a shorter one costs the dictionary about what it saves. */
const leastNew = 16;
/** Windows that the dictionary has already and that a piece may run through, since a longer piece is found as one. */
const most = 200;
/** Windows are counted by hash, in as many places; two that share one are counted together, which a whole piece never suffers from. */
const places = 1 << 22;
const factor = 0x01000193;
/** What the first letter of a window has been multiplied by when the window is full. */
const oldest = Array.from({ length: span }).reduce<number>((product) => Math.imul(product, factor), 1);

/** Hash of the window that begins at each letter, from that of the one before it (Rabin–Karp). */
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

/** On how many pages each window stands. */
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
 * Returns what at least a part of the pages have in common, each piece once and in the order in which pages have it: the content of a compression dictionary.
 * Knows nothing of markup, so that styles, navigation, drawings and phrases count alike.
 * @param share part of the pages on which a piece has to stand
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
