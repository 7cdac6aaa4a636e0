// What is folded opens for a link that leads into it, and for paper. Browsers that do so themselves lose nothing.
const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const box = target?.closest<HTMLDetailsElement>('.apparatus');
  if (!box || box.open) return;
  box.open = true;
  target?.scrollIntoView();
};
reveal();
addEventListener('hashchange', reveal);
addEventListener('beforeprint', () => {
  for (const box of document.querySelectorAll<HTMLDetailsElement>('.apparatus')) box.open = true;
});

export {};
