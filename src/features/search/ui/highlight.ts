import { placesOf } from '../engine/excerpt.ts';

/** What a result passes on to its target. */
interface Found {
  /** Words to mark there, in the spelling of the index. */
  words: string[];
  /** A few words of the target, literally. */
  quote: string | undefined;
}

const key = 'found';
/** Maximum number of marks on a page. */
const mostMarks = 200;

/** Stores what to mark on the page that a link leads to, and adds a text fragment to its address. */
export function rememberMatch(link: HTMLAnchorElement, { words, quote }: Found): void {
  const { pathname, hash } = link;
  try {
    sessionStorage.setItem(key, JSON.stringify({ pathname, hash, words }));
  } catch {
    // Without storage, nothing is marked.
  }
  if (quote && 'fragmentDirective' in document) {
    // Restores the address, so that copying it later results in the plain one.
    const plain = link.href;
    link.href = `${plain}${hash ? '' : '#'}:~:text=${encodeURIComponent(quote).replaceAll('-', '%2D')}`;
    setTimeout(() => (link.href = plain));
  }
  if (pathname === location.pathname) setTimeout(highlightMatch);
}

/** Returns what was stored, and removes it. */
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
export function highlightMatch(): void {
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

/** Text nodes of a section: from its heading to the next one, or those of an entry; without a target, those before the first heading. */
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

/** Marks ranges without changing the page where the browser can, otherwise with elements, from the last to the first. */
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
