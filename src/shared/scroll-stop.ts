/** For each element that is observed the box that it fills. */
const fit = new WeakMap<Element, HTMLElement>();

/** Makes each box a stop of the Tab key while it scrolls, or nobody could scroll it without a mouse. */
const watch = () =>
  new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const box = fit.get(target)!;
      if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }
  });
let observer: ResizeObserver | undefined;

/**
 * Keeps a box a stop of the Tab key as long as what is in it does not fit, and no longer. Runs in the browser.
 * Call it again where its first element is another one: the box keeps its size when what is in it grows.
 */
export function keepScrollStop(box: HTMLElement): void {
  observer ??= watch();
  for (const element of [box, box.firstElementChild]) {
    if (!element) continue;
    fit.set(element, box);
    observer.observe(element);
  }
}
