// A page may stand on several paths and shows the first in full. Whoever came along another one gets that first.
const list = document.querySelector('.next-steps');
try {
  const path = document.querySelector<HTMLElement>('[data-path-steps]')?.dataset.pathSteps;
  if (path) sessionStorage.path = path;
  const walked = sessionStorage.path as string | undefined;
  // A copy on a disk does without.
  if (walked && list?.children[1])
    void import('./follow-path.ts').then(({ follow }) => follow(list, walked)).catch(() => undefined);
  list?.addEventListener('click', ({ target }) => {
    const clicked = (target as Element).closest<HTMLElement>('[data-path]');
    if (clicked) sessionStorage.path = clicked.dataset.path;
  });
} catch {
  // Without storage the first path stays first.
}

export {};
