import { placesOf } from '../engine/excerpt.ts';

/** What a result knows of its target. */
interface Found {
  /** Words to mark there, as the index spells them. */
  words: string[];
  /** A few words as they stand in the target. */
  quote: string | undefined;
}

const key = 'found';
/** Most words that are marked on a page. */
const mostMarks = 200;

/** Remembers what to mark on the page that a link leads to, and adds to its address the words that the browser shall show. */
export function leaveFor(link: HTMLAnchorElement, { words, quote }: Found): void {
  const { pathname, hash } = link;
  try {
    sessionStorage.setItem(key, JSON.stringify({ pathname, hash, words }));
  } catch {
    // A browser that keeps nothing for this site marks nothing.
  }
  if (quote && 'fragmentDirective' in document) {
    // The address as it was shown comes back, so that who copies it later gets the plain one.
    const plain = link.href;
    link.href = `${plain}${hash ? '' : '#'}:~:text=${encodeURIComponent(quote).replaceAll('-', '%2D')}`;
    setTimeout(() => (link.href = plain));
  }
  if (pathname === location.pathname) setTimeout(arrive);
}

/** What was remembered, which is then forgotten. */
function takeKept(): string | null {
  try {
    const kept = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return kept;
  } catch {
    return null;
  }
}

/** Marks the words of the query in the section that the reader was led to. */
export function arrive(): void {
  const kept = takeKept();
  const found = kept ? (JSON.parse(kept) as { pathname: string; hash: string; words: string[] }) : undefined;
  if (found?.pathname !== location.pathname) return;
  const main = document.querySelector('.sl-markdown-content');
  if (!main) return;
  const words = new Set(found.words);
  const target = document.getElementById(decodeURIComponent(found.hash.slice(1)));
  const near = rangesIn(textsOf(main, target), words);
  mark(near.length > 0 ? near : rangesIn(textsOf(main, undefined, true), words));
}

/** The texts of a section: from its heading to the next one, or those of an entry; without a target those before the first heading. */
function textsOf(main: Element, target: Element | null | undefined, all = false): Text[] {
  const entry = target && !/^H[1-6]$/.test(target.tagName) ? target : undefined;
  const walker = document.createTreeWalker(entry ?? main, NodeFilter.SHOW_TEXT);
  const isEnd = (heading: Element | null) => heading && heading !== target && main.contains(heading);
  const found: Text[] = [];
  let inside = !target || entry !== undefined;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const heading = node.parentElement!.closest('h2[id], h3[id], h4[id]');
    if (target && heading === target) inside = true;
    else if (!all && !entry && inside && isEnd(heading)) break;
    if (inside && !node.parentElement!.closest('[hidden], svg, script, style')) found.push(node);
  }
  return found;
}

function rangesIn(texts: readonly Text[], words: ReadonlySet<string>): Range[] {
  const ranges = texts.flatMap((node) =>
    placesOf(node.data, words).map(({ start, end }) => {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      return range;
    }),
  );
  return ranges.slice(0, mostMarks);
}

/** Marks ranges without touching the page where the browser can, else with elements, from the last to the first. */
function mark(ranges: readonly Range[]): void {
  if ('highlights' in CSS) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('::highlight(found) { background: Mark; color: MarkText; }');
    document.adoptedStyleSheets.push(sheet);
    CSS.highlights.set('found', new Highlight(...ranges));
    return;
  }
  for (const range of ranges.toReversed()) range.surroundContents(document.createElement('mark'));
}
