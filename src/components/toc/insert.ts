import type { Listed, Listing } from './listed-entries.ts';

/** One line of a page's table of contents, as Starlight has it. */
export interface ContentsItem {
  depth: number;
  /** Id of the heading. */
  slug: string;
  text: string;
  children: ContentsItem[];
}

/** The place right behind the item `slug`; where there is none, behind `_top`, which stands for the page itself. */
const behind = (items: readonly ContentsItem[], slug: string | undefined) =>
  1 + items.findIndex((item) => item.slug === (slug ?? '_top'));

const itemOf = ({ slug, text, parts = [] }: Listed, depth: number): ContentsItem => ({
  depth,
  slug,
  text,
  children: parts.map((part) => itemOf(part, depth + 1)),
});

/** Puts the entries of a page's lists into its table of contents, each list where it stands on the page. */
export function insertLists(contents: ContentsItem[], listings: readonly Listing[]): void {
  // From the last to the first, since each comes right behind its heading and pushes further what came there before.
  for (const { depth, section, part, entries } of listings.toReversed()) {
    const parent = depth === 3 ? contents.find((item) => item.slug === section) : undefined;
    const items = parent?.children ?? contents;
    const at = behind(items, parent ? part : section);
    const made = entries.map((entry) => itemOf(entry, parent ? 3 : 2));
    items.splice(at, 0, ...made);
  }
}
