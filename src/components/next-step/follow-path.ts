// A page may stand on several paths and shows the first in full. Whoever came along another one gets that first, here and below the page.
const key = 'path';
const remember = (path: string | undefined) => path && sessionStorage.setItem(key, path);

try {
  const list = document.querySelector('.next-steps');
  remember(document.querySelector<HTMLElement>('[data-path-steps]')?.dataset.pathSteps);
  const walked = sessionStorage.getItem(key);
  const step = list?.querySelector(`[data-path="${walked ?? ''}"]`);
  if (step && step !== list?.firstElementChild) {
    list?.firstElementChild?.classList.remove('current');
    step.classList.add('current');
    list?.prepend(step);
    for (const rel of ['prev', 'next']) {
      const link = step.querySelector<HTMLAnchorElement>(`[rel=${rel}]`);
      const below = document.querySelector<HTMLAnchorElement>(`.pagination-links [rel=${rel}]`);
      if (!below) continue;
      // The page begins this path: there is nothing before it.
      if (!link) below.remove();
      else {
        below.href = link.href;
        below.querySelector('.link-title')!.textContent = link.textContent;
      }
    }
  }
  list?.addEventListener('click', ({ target }) =>
    remember((target as Element).closest<HTMLElement>('[data-path]')?.dataset.path),
  );
} catch {
  // Without storage the first path stays first.
}
