// What runs inside a page, in any engine. Each function stands alone: a driver sends its text.

/** Where a word is put before its tooltip opens. */
export type Place = 'top' | 'middle' | 'bottom';

/**
 * Opens each tooltip of the page with its word at a place of the window, and tells what is wrong with where it lies.
 * A tooltip is right when all of it is in sight, inside the column of the text, and none of it over its own word.
 */
export function misplacedTips(place: Place): string[] {
  const bars = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const wrong: string[] = [];
  document.documentElement.style.scrollBehavior = 'auto';
  for (const tip of document.querySelectorAll('.tip')) {
    const [word, box] = [tip.querySelector('a')!, tip.querySelector<HTMLElement>('[role=tooltip]')!];
    if (word.getClientRects().length === 0) continue;
    const name = `"${word.textContent}" (${word.getAttribute('aria-describedby')}), ${place}`;
    word.scrollIntoView({ block: place === 'middle' ? 'center' : 'nearest', inline: 'nearest' });
    const at = word.getBoundingClientRect();
    const wanted = { top: bars + 2, middle: at.top, bottom: innerHeight - at.height - 2 }[place];
    scrollBy(0, at.top - wanted);
    tip.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
    // The window may have scrolled since the last frame; the tooltip follows with the next.
    document.dispatchEvent(new Event('scroll'));
    const { left, top, right, bottom, width, height } = box.getBoundingClientRect();
    const column = document.querySelector('main')!.getBoundingClientRect();
    if (height === 0) wrong.push(`${name} does not open`);
    else if (
      left < Math.max(0, column.left) - 0.5 ||
      right > Math.min(document.documentElement.clientWidth, column.right) + 0.5
    )
      wrong.push(`${name} leaves the column: ${left} to ${right}`);
    else if (top < 0 || bottom > innerHeight) wrong.push(`${name} leaves the window: ${top} to ${bottom}`);
    else {
      const over = [...word.getClientRects()].some(
        (line) => line.left < right && line.right > left && line.top < bottom - 0.5 && line.bottom > top + 0.5,
      );
      if (over) wrong.push(`${name} lies over its word`);
      for (const [x, y] of [1, 3, 5, 7, 9].flatMap((a) => [1, 5, 9].map((b) => [a, b] as const))) {
        const hit = document.elementFromPoint(left + (width * x) / 10, top + (height * y) / 10);
        if (!hit || !box.contains(hit)) {
          wrong.push(`${name} is covered at ${x}0 %, ${y}0 % by ${hit?.tagName ?? 'nothing'}`);
          break;
        }
      }
    }
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    if (box.getBoundingClientRect().height > 0) wrong.push(`${name} stays after Escape`);
  }
  return wrong;
}

/** The elements that make a page scroll sideways, as far as they can be told. */
export function sidewaysScroll(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const out = [...document.querySelectorAll('body *')].filter((element) => {
    const { right } = element.getBoundingClientRect();
    return right > clientWidth + 1 && !element.closest('.scroller, pre, dialog');
  });
  const name = (element: Element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`;
  return (out.length > 0 ? out.slice(-3).map(name) : ['html']).map(
    (one) => `${one} reaches beyond ${clientWidth} px (${scrollWidth})`,
  );
}

/** Terms and figures without a line under them that the engine really draws. */
export function plainTerms(): string[] {
  return [...document.querySelectorAll('.tip > a')]
    .filter((word) => {
      const { textDecorationLine, textDecorationStyle } = getComputedStyle(word);
      return textDecorationLine !== 'underline' || textDecorationStyle !== 'dotted';
    })
    .map((word) => `"${word.textContent}" has no dotted line`);
}
