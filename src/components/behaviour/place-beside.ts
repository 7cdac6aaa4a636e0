/** Room between a word and its tooltip, and between a tooltip and the edge of the column, px. */
const gap = 6;
const edge = 8;

/** A box on the screen, px. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Where a tooltip goes: above its word or below it, never over it, and inside the part of the column that is in sight.
 * @param first box of the word's first line
 * @param last box of its last line, which is the same for a word that is not broken
 * @param size what the tooltip would like to be, px
 * @param column the part of the window that the tooltip may lie in
 * @returns its corner and the height that there is, or nothing if the word itself is out of sight
 */
export function placeFor(
  first: Box,
  last: Box,
  size: { width: number; height: number },
  column: Box,
): { left: number; top: number; height: number } | undefined {
  if (last.bottom <= column.top || first.top >= column.bottom) return undefined;
  const above = first.top - gap - column.top;
  const below = column.bottom - gap - last.bottom;
  const up = above >= size.height || above >= below;
  const height = Math.min(size.height, up ? above : below);
  const line = up ? first : last;
  return {
    left: Math.max(column.left, Math.min(line.left, column.right - size.width)),
    top: up ? first.top - gap - height : last.bottom + gap,
    height,
  };
}

/** The part of the window between the bars and inside the column of the text. */
function columnInSight(word: Element): Box {
  const { left, right } = (word.closest('main') ?? document.documentElement).getBoundingClientRect();
  const bars = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0;
  return {
    left: Math.max(left, 0) + edge,
    right: Math.min(right, document.documentElement.clientWidth) - edge,
    // What is scrolled to stands a little below the bars; a low window has none.
    top: Math.max(edge, bars - 24 + edge),
    bottom: innerHeight - edge,
  };
}

/**
 * Places a tooltip beside its word.
 * @returns whether the word is in sight
 */
export function placeBeside(box: HTMLElement, word: Element): boolean {
  const lines = word.getClientRects();
  const column = columnInSight(word);
  box.style.maxInlineSize = `min(20rem, ${column.right - column.left}px)`;
  box.style.maxBlockSize = '';
  const place = lines.length > 0 && placeFor(lines[0]!, lines[lines.length - 1]!, box.getBoundingClientRect(), column);
  if (!place) return false;
  box.style.maxBlockSize = `${place.height}px`;
  box.style.left = `${place.left}px`;
  box.style.top = `${place.top}px`;
  return true;
}
