import { scrollStops } from '#shared/scroll-stop.ts';

const boxes = '.scroller, .sl-markdown-content pre > :is(code, samp)';
const fit = scrollStops(boxes);
for (const box of document.querySelectorAll(`${boxes}, .scroller > :first-child`)) fit.observe(box);
