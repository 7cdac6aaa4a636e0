/** The list that a reader left through one of its links, as stored in the entry of the history. */
export interface LeftList {
  query: string;
  /** Scroll position in px. */
  top: number;
}

const state = () => (history.state ?? {}) as { found?: LeftList };

/** The list that was left from this entry of the history, if any. */
export const leftList = (): LeftList | undefined => state().found;

/** Stores the list, so that going back restores it. */
export const keepList = (found: LeftList) => history.replaceState({ ...state(), found }, '');

/** Removes the stored list, because the reader closed it: going back restores the page alone. */
export function forgetList(): void {
  if (!leftList()) return;
  history.replaceState({ ...state(), found: undefined }, '');
}
