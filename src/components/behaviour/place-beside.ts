/** Distance between a word and its tooltip, in px. */
const gap = 6;
/** Distance between a tooltip and the edge of the column, in px. */
const edge = 8;

/** A rectangle in viewport coordinates, in px. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Computes the position of a tooltip: above or below its word, never over it, and within the visible part of the column.
 * @param first box of the word's first line
 * @param last box of its last line; the same as `first` if the word is not broken
 * @param size preferred size of the tooltip, in px
 * @param column area that the tooltip may cover
 * @returns top left corner and available height; `undefined` if the word is out of view
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

/** The visible part of the text column, below the bars at the top. */
function columnInSight(word: Element): Box {
  const { left, right } = (word.closest('main') ?? document.documentElement).getBoundingClientRect();
  const bars = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0;
  return {
    left: Math.max(left, 0) + edge,
    right: Math.min(right, document.documentElement.clientWidth) - edge,
    // Scrolling to a target leaves a gap below the bars. Low windows have no bars.
    top: Math.max(edge, bars - 24 + edge),
    bottom: innerHeight - edge,
  };
}

/**
 * Positions a tooltip at its word.
 * @returns whether the word is in view
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
