/**
 * Arrow keys and Enter for a combobox whose list is made of links. The focus stays in the field, so that typing goes on.
 * @returns a function for when the list has changed: without another letter, what was chosen stays so if it is still there
 */
export function chooseWithKeys(input: HTMLInputElement, list: HTMLElement): () => void {
  const options = () => [...list.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
  let chosen = -1;
  let place = '';
  /** Where an option leads, without the words to mark there, which change with each letter of the query. */
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

  // Who types on asks something else.
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
