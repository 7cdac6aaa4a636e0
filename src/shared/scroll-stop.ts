/**
 * Makes boxes focusable while they scroll, because keyboard users could not scroll them otherwise, and unfocusable while their content fits. Runs in
 * the browser.
 * Observe both the boxes and their content: the size of a box does not change when its content grows.
 * @param boxes selector of the boxes
 */
export const scrollStops = (boxes: string) =>
  new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const box = target.closest<HTMLElement>(boxes);
      // The observer also reports elements that were removed from their box.
      if (!box) continue;
      if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }
  });
