import type { Listed, Listing } from './listed-entries.ts';

/** An item of Starlight's table of contents. */
export interface ContentsItem {
  /** Level of the heading, 2 to 4. */
  depth: number;
  /** Id of the heading. */
  slug: string;
  /** Text of the item. */
  text: string;
  /** Items one level deeper. */
  children: ContentsItem[];
}

/** Index after the item `slug`; without one, after `_top`, which stands for the page itself. */
const behind = (items: readonly ContentsItem[], slug: string | undefined) =>
  1 + items.findIndex((item) => item.slug === (slug ?? '_top'));

const itemOf = ({ slug, text, parts = [] }: Listed, depth: number): ContentsItem => ({
  depth,
  slug,
  text,
  children: parts.map((part) => itemOf(part, depth + 1)),
});

/** Inserts the entries of a page's lists into its table of contents, in page order. */
export function insertLists(contents: ContentsItem[], listings: readonly Listing[]): void {
  // Last to first, because each insertion right after a heading pushes down those already inserted there.
  for (const { depth, section, part, entries } of listings.toReversed()) {
    const parent = depth === 3 ? contents.find((item) => item.slug === section) : undefined;
    const items = parent?.children ?? contents;
    const at = behind(items, parent ? part : section);
    const made = entries.map((entry) => itemOf(entry, parent ? 3 : 2));
    items.splice(at, 0, ...made);
  }
}
