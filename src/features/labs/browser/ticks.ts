/** Steps that a reader has done in an earlier visit, stored in this browser only if the reader opts in. */
const key = (lab: string) => `lab:${lab}`;

/** Ids of the stored steps; undefined if the reader has not opted in, or storage is not available. */
export function readTicks(lab: string): string[] | undefined {
  try {
    const kept = localStorage.getItem(key(lab));
    return kept === null ? undefined : kept.split(' ').filter(Boolean);
  } catch {
    return undefined;
  }
}

/** Stores steps; without a list, removes what is stored. */
export function writeTicks(lab: string, steps: readonly string[] | undefined): void {
  try {
    if (steps) localStorage.setItem(key(lab), steps.join(' '));
    else localStorage.removeItem(key(lab));
  } catch {
    // Without storage, the lab still works.
  }
}
