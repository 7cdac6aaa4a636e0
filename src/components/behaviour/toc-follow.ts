import { lastCurrent } from './last-current.ts';

// A table of contents that is longer than its box keeps the current entry in sight, in the column and in the bar of phones.
const follow = (box: Element) => box.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });

for (const contents of document.querySelectorAll('starlight-toc')) {
  new MutationObserver(() => follow(contents)).observe(contents, { subtree: true, attributeFilter: ['aria-current'] });
  lastCurrent(contents);
}
for (const bar of document.querySelectorAll('mobile-starlight-toc details'))
  bar.addEventListener('toggle', () => follow(bar));
