import { scrollStops } from '#shared/scroll-stop.ts';

const fit = scrollStops('.scroller');
for (const box of document.querySelectorAll('.scroller, .scroller > :first-child')) fit.observe(box);
