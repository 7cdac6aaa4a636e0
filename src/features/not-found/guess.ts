import { isSlip, nearest } from '#shared/suggest.ts';

/** A page that the reader may have meant. */
interface Place {
  href: string;
  text: string;
}

/** Up to three guesses: first addresses that differ by a typo, then those that share a word, then those with the closest spelling. */
function guesses(asked: string, places: readonly Place[]): Place[] {
  const words = asked
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);
  const byPath = new Map(places.map((place) => [new URL(place.href, location.href).pathname, place]));
  const sharing = [...byPath]
    .map(([path, place]) => ({ place, shared: words.filter((word) => path.includes(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .map(({ place }) => place);
  const near = nearest(asked, byPath.keys());
  const slips = near.filter((path) => isSlip(asked, path));
  const placesOf = (paths: readonly string[]) => paths.map((path) => byPath.get(path)!);
  return [...new Set([...placesOf(slips), ...sharing, ...placesOf(near)])].slice(0, 3);
}

/** Short links. For a mistyped one, only other short links are suggested. */
function spokenPlaces(): Place[] {
  const list = document.querySelector('[data-spoken]')?.textContent ?? '[]';
  return (JSON.parse(list) as [string, string][]).map(([href, text]) => ({ href, text }));
}

/** Pages in the sidebar. */
const pagePlaces = (): Place[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('#starlight__sidebar a')].map(({ href, textContent }) => ({
    href,
    text: textContent.trim(),
  }));

/** For an address below `/go/`, the nearest short links by their word; otherwise the nearest pages. */
function nearestPlaces(): Place[] {
  const spoken = spokenPlaces();
  const word = /\/go\/([^/]+)\/?$/.exec(location.pathname)?.[1]?.toLowerCase();
  if (word === undefined || spoken.length === 0) return guesses(location.pathname, pagePlaces());
  const byWord = new Map(spoken.map((place) => [place.href.split('/').at(-2)!, place]));
  return nearest(word, byWord.keys()).map((near) => byWord.get(near)!);
}

const box = document.querySelector<HTMLElement>('[data-guess]');
const found = nearestPlaces();
if (box && found.length > 0) {
  const items = found.map(({ href, text }) => {
    const link = document.createElement('a');
    link.href = href;
    link.textContent = text;
    const item = document.createElement('li');
    item.append(link);
    return item;
  });
  box.querySelector('ul')!.append(...items);
  box.hidden = false;
}
