import { nearest } from '#shared/suggest.ts';

/** Links of the sidebar whose addresses are spelled most like what was asked for, or share a word with it. */
function guesses(asked: string, links: readonly HTMLAnchorElement[]): HTMLAnchorElement[] {
  const words = asked
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);
  const byPath = new Map(links.map((link) => [link.pathname, link]));
  const sharing = links
    .map((link) => ({ link, shared: words.filter((word) => link.pathname.includes(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .map(({ link }) => link);
  const spelled = nearest(asked, byPath.keys()).map((path) => byPath.get(path)!);
  return [...new Set([...sharing, ...spelled])].slice(0, 3);
}

const box = document.querySelector<HTMLElement>('[data-guess]');
const links = [...document.querySelectorAll<HTMLAnchorElement>('#starlight__sidebar a')];
if (box && links.length > 0) {
  const items = guesses(location.pathname, links).map(({ href, textContent }) => {
    const link = document.createElement('a');
    link.href = href;
    link.textContent = textContent.trim();
    const item = document.createElement('li');
    item.append(link);
    return item;
  });
  box.querySelector('ul')!.append(...items);
  box.hidden = false;
}
