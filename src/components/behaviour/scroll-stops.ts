// A box that scrolls is a stop of the Tab key, or nobody could scroll it without a mouse; one whose content fits is none.
const fit = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const box = target.closest<HTMLElement>('.scroller')!;
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
  }
});

for (const box of document.querySelectorAll('.scroller')) {
  fit.observe(box);
  // The box keeps its width when what is in it grows, as a font that arrives or a larger text makes it.
  if (box.firstElementChild) fit.observe(box.firstElementChild);
}
