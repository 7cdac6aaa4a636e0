/**
 * Watches boxes and what is in them: a box that scrolls is a stop of the Tab key, or nobody could scroll it without a mouse;
 * one whose content fits is none. Runs in the browser. A box keeps its size when what is in it grows, so both are to be observed.
 * @param boxes selector of the boxes
 */
export const scrollStops = (boxes: string) =>
  new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const box = target.closest<HTMLElement>(boxes);
      // What was taken out of its box is told of as well.
      if (!box) continue;
      if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }
  });
