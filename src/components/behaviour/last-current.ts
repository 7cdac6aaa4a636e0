/** Whether the page is scrolled to its end, where a link target may be far below the top of the window. */
const atEnd = () => scrollY + innerHeight >= document.documentElement.scrollHeight - 2;

/** The table of contents entry for the current fragment, if the page is at its end and the target is in view. */
function askedFor(contents: Element): HTMLAnchorElement | undefined {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && atEnd() ? document.getElementById(id) : null;
  if (!target || target.getBoundingClientRect().top >= innerHeight) return undefined;
  return [...contents.querySelectorAll('a')].find(({ hash }) => hash === location.hash);
}

/**
 * Marks the entry of the current fragment if the page is too short to scroll its section to the top.
 * Starlight would mark the earlier section that is at the top. Once the reader scrolls up, its choice applies again.
 */
export function lastCurrent(contents: Element): void {
  let mine: Element | undefined;
  let theirs: Element | undefined;
  const mark = () => {
    const asked = askedFor(contents);
    const current = [...contents.querySelectorAll('[aria-current]')];
    theirs = current.find((link) => link !== mine) ?? theirs;
    const wanted = asked ?? (mine ? theirs : undefined);
    mine = asked;
    if (!wanted || (current.length === 1 && current[0] === wanted)) return;
    for (const link of current) link.removeAttribute('aria-current');
    wanted.setAttribute('aria-current', 'true');
  };
  new MutationObserver(mark).observe(contents, { subtree: true, attributeFilter: ['aria-current'] });
  for (const event of ['hashchange', 'scroll'])
    window.addEventListener(event, () => requestAnimationFrame(mark), { passive: true });
}
