// Opens collapsed sections for links into them and for print. Redundant but harmless in browsers that do this natively.
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
