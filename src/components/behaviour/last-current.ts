/** Whether the page stands at its end, so that what was asked for may be far below the top. */
const atEnd = () => scrollY + innerHeight >= document.documentElement.scrollHeight - 2;

/** The entry of a table of contents that the address names, if what it leads to is in sight at the end of the page. */
function askedFor(contents: Element): HTMLAnchorElement | undefined {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && atEnd() ? document.getElementById(id) : null;
  if (!target || target.getBoundingClientRect().top >= innerHeight) return undefined;
  return [...contents.querySelectorAll('a')].find(({ hash }) => hash === location.hash);
}

/**
 * Marks the entry that the reader asked for, where a page ends too early to bring its section to the top:
 * Starlight's table of contents marks what stands there, which is an earlier section, and takes over again further up.
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
