// What is folded opens for a link that leads into it, and for paper. Browsers that do so themselves lose nothing.
const folded = () => document.querySelectorAll<HTMLDetailsElement>('details.apparatus');
const open = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const box = target?.closest<HTMLDetailsElement>('details.apparatus');
  if (!box || box.open) return;
  box.open = true;
  target?.scrollIntoView();
};
open();
addEventListener('hashchange', open);
addEventListener('beforeprint', () => folded().forEach((box) => (box.open = true)));
