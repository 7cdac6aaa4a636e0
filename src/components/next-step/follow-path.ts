/** Puts the step of the path that the reader walks first, here and in the link below the page. */
export function follow(list: Element, walked: string): void {
  const step = list.querySelector(`[data-path="${walked}"]`);
  if (!step || step === list.firstElementChild) return;
  const first = list.firstElementChild;
  first?.classList.remove('current');
  // What the next page says of itself stands below the first step alone.
  first?.querySelector('p:nth-of-type(3)')?.remove();
  step.classList.add('current');
  list.prepend(step);
  const link = step.querySelector<HTMLAnchorElement>('[rel=next]');
  const below = document.querySelector<HTMLAnchorElement>('.pagination-links [rel=next]');
  // What stands before this page on another path was the page before the reader came here.
  document.querySelector('.pagination-links [rel=prev]')?.remove();
  if (!link || !below) return;
  below.href = link.href;
  below.querySelector('.link-title')!.textContent = link.textContent;
}
