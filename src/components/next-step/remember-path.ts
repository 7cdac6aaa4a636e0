// A page may stand on several paths and shows the first in full. Whoever came along another one gets that first.
const list = document.querySelector('.next-steps');
const here = document.querySelector<HTMLElement>('[data-path-steps]')?.dataset.pathSteps;

/** Keeps the path, if there is one to keep, and returns what is kept. Without storage the first path stays first. */
function walked(path: string | undefined): string | undefined {
  try {
    if (path) sessionStorage.path = path;
    return sessionStorage.path as string | undefined;
  } catch {
    return undefined;
  }
}

const path = walked(here);
// A copy on a disk does without.
if (path && list?.children[1])
  void import('./follow-path.ts').then(({ follow }) => follow(list, path)).catch(() => undefined);
list?.addEventListener('click', ({ target }) =>
  walked((target as Element).closest<HTMLElement>('[data-path]')?.dataset.path),
);

export {};
