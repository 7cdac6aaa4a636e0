// Scrolls the current sidebar entry into view: its group may have been collapsed before, and on a phone the menu is longer than the screen.
const pane = document.querySelector('#starlight__sidebar');
const current = pane?.querySelector('[aria-current=page]');
const show = () => {
  current?.closest('details')?.setAttribute('open', '');
  current?.scrollIntoView({ block: 'nearest' });
};
if (pane && current) {
  show();
  pane.addEventListener('toggle', ({ target }) => target === pane && show());
}

export {};
