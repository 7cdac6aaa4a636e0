import { keepScrollStop } from '#shared/scroll-stop.ts';

for (const box of document.querySelectorAll<HTMLElement>('.scroller')) keepScrollStop(box);
