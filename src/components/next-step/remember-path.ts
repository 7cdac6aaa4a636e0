// A page may be on several paths and shows the first in full. A reader who is following another one gets that one first.
const list = document.querySelector('.next-steps');
const here = document.querySelector<HTMLElement>('[data-path-steps]')?.dataset.pathSteps;

/** Stores the path, if there is one, and returns the stored path. Without storage the first path stays first. */
function walked(path: string | undefined): string | undefined {
  try {
    if (path) sessionStorage.path = path;
    return sessionStorage.path as string | undefined;
  } catch {
    return undefined;
  }
}

const path = walked(here);
// Not available in a copy opened from a local disk.
if (path && list?.children[1])
  void import('./follow-path.ts').then(({ follow }) => follow(list, path)).catch(() => undefined);
list?.addEventListener('click', ({ target }) =>
  walked((target as Element).closest<HTMLElement>('[data-path]')?.dataset.path),
);

export {};
