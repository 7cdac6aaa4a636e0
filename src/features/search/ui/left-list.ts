/** The list that a reader left by one of its links, as the entry of the history keeps it. */
export interface LeftList {
  query: string;
  /** How far it was scrolled, px. */
  top: number;
}

const state = () => (history.state ?? {}) as { found?: LeftList };

/** The list that was left from this entry of the history, if one was. */
export const leftList = (): LeftList | undefined => state().found;

/** Lets Back find the list as it is. */
export const keepList = (found: LeftList) => history.replaceState({ ...state(), found }, '');

/** Lets Back find the page alone: the reader closed the list. */
export function forgetList(): void {
  if (!leftList()) return;
  history.replaceState({ ...state(), found: undefined }, '');
}
