/**
 * Adds arrow keys and Enter to a combobox whose options are links. The focus stays in the field, so that the reader can go on typing.
 * @returns a function to call after the list has changed: unless the reader typed, an option that is still there stays chosen
 */
export function chooseWithKeys(input: HTMLInputElement, list: HTMLElement): () => void {
  const options = () => [...list.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
  let chosen = -1;
  let place = '';
  /** Target of an option, without the words to mark there, which change with every keystroke. */
  const placeOf = ({ pathname, hash }: HTMLAnchorElement) => pathname + hash.split(':~:')[0]!;

  const choose = (next: number) => {
    const all = options();
    all[chosen]?.setAttribute('aria-selected', 'false');
    chosen = all.length === 0 || next < 0 ? -1 : next % all.length;
    const option = all[chosen];
    place = option ? placeOf(option) : '';
    if (!option) return input.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  };

  // Typing starts another query.
  input.addEventListener('input', () => (place = ''));
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const count = options().length;
    const moves: Record<string, number> = {
      ArrowDown: chosen + 1,
      ArrowUp: chosen < 0 ? count - 1 : chosen - 1,
    };
    const next = moves[event.key];
    if (next !== undefined && count > 0) {
      event.preventDefault();
      choose(next);
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      options()[chosen]?.click();
    }
  });

  return () => {
    const all = options();
    choose(all.findIndex((option) => placeOf(option) === place));
    input.setAttribute('aria-expanded', String(all.length > 0));
  };
}
