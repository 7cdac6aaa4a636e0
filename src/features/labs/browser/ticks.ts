/** The steps that a reader has done in an earlier visit, kept in this browser only if the reader wishes. */
const key = (lab: string) => `lab:${lab}`;

/** Ids of the kept steps; nothing if the reader has not asked to keep any, or the browser keeps nothing. */
export function readTicks(lab: string): string[] | undefined {
  try {
    const kept = localStorage.getItem(key(lab));
    return kept === null ? undefined : kept.split(' ').filter(Boolean);
  } catch {
    return undefined;
  }
}

/** Keeps these steps; without any list, forgets that there was one. */
export function writeTicks(lab: string, steps: readonly string[] | undefined): void {
  try {
    if (steps) localStorage.setItem(key(lab), steps.join(' '));
    else localStorage.removeItem(key(lab));
  } catch {
    // A browser that keeps nothing has been asked in vain; the lab goes on.
  }
}
