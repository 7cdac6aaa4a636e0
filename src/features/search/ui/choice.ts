/**
 * Arrow keys and Enter for a combobox whose list is made of links. The focus stays in the field, so that typing goes on.
 * @returns a function that forgets what was chosen, for when the list has changed
 */
export function chooseWithKeys(input: HTMLInputElement, list: HTMLElement): () => void {
  const options = () => [...list.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
  let chosen = -1;

  const choose = (next: number) => {
    const all = options();
    all[chosen]?.setAttribute('aria-selected', 'false');
    chosen = all.length === 0 || next < 0 ? -1 : next % all.length;
    const option = all[chosen];
    if (!option) return input.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  };

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
    chosen = -1;
    input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-expanded', String(options().length > 0));
  };
}
