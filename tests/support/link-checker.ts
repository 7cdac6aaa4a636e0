/** What the link check needs to know of one built page. */
export interface LinkedPage {
  address: string;
  /** Ids on the page, in order; one that stands twice is twice in the list. */
  ids: string[];
  /** `href` and `src` values, as they stand. */
  links: string[];
}

/**
 * Links of a built site that lead to no page, file or id, and ids that stand twice on a page.
 * @param base sub-path that the site was built for, `/` or `/name/`
 * @param files other files of the build, as paths from its root
 */
export function distProblems(pages: readonly LinkedPage[], files: ReadonlySet<string>, base = '/'): string[] {
  const anchors = new Map(pages.map(({ address, ids }) => [address, new Set(ids)]));
  return pages.flatMap(({ address, ids, links }) => [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${address}: the id "${id}" stands twice`),
    ...links.flatMap((link) => deadLink(address, link)),
  ]);

  function deadLink(from: string, link: string): string[] {
    if (/^(?:[a-z]+:|\/\/)/.test(link)) return [];
    const [target, fragment] = (link.startsWith('#') ? `${base}${from.slice(1)}${link}` : link).split('#') as [
      string,
      string?,
    ];
    if (!target.startsWith(base)) return [`${from}: the link ${link} leaves the sub-path ${base}`];
    const path = `/${target.slice(base.length)}`.replace(/\?.*$/, '');
    const known = anchors.get(path);
    if (!known) return files.has(path) ? [] : [`${from}: the link ${link} leads nowhere`];
    // `#k=any&t=foreign` is what a form on the page was asked, not a place on it.
    if (fragment && /^\w+=/.test(fragment)) return [];
    return fragment && !known.has(decodeURIComponent(fragment))
      ? [`${from}: ${path} has no id "${fragment}" (link ${link})`]
      : [];
  }
}
