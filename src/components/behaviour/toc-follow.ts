import { lastCurrent } from './last-current.ts';

// Keeps the current entry of a scrolling table of contents in view, in the sidebar and in the mobile menu.
const follow = (box: Element) => box.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });

for (const contents of document.querySelectorAll('starlight-toc')) {
  new MutationObserver(() => follow(contents)).observe(contents, { subtree: true, attributeFilter: ['aria-current'] });
  lastCurrent(contents);
}
for (const bar of document.querySelectorAll('mobile-starlight-toc details'))
  bar.addEventListener('toggle', () => follow(bar));
