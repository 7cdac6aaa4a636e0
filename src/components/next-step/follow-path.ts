/** Moves the step of the path that the reader is following to the front, and points the pagination link at it. */
export function follow(list: Element, walked: string): void {
  const step = list.querySelector(`[data-path="${walked}"]`);
  if (!step || step === list.firstElementChild) return;
  const first = list.firstElementChild;
  first?.classList.remove('current');
  // Only the first step shows the description of the next page.
  first?.querySelector('p:nth-of-type(3)')?.remove();
  step.classList.add('current');
  list.prepend(step);
  const link = step.querySelector<HTMLAnchorElement>('[rel=next]');
  const below = document.querySelector<HTMLAnchorElement>('.pagination-links [rel=next]');
  // The previous link belongs to another path, so it is not the page that the reader came from.
  document.querySelector('.pagination-links [rel=prev]')?.remove();
  if (!link || !below) return;
  below.href = link.href;
  below.querySelector('.link-title')!.textContent = link.textContent;
}
