const wrapped =
  /<div([^>]*\bclass="sl-heading-wrapper[^"]*"[^>]*)>([\s\S]*?)(<a\b[^>]*\bclass="sl-anchor-link"[^>]*)>\s*<span\b[^>]*\bclass="sl-anchor-icon"[^>]*>[\s\S]*?<\/span>\s*<span\b[^>]*>([^<]*)<\/span>\s*<\/a>\s*<\/div>/g;

const heading = /<h[2-4]\b[^>]*?\sid="([^"]*)"[^>]*>/g;
/** Parts of a name by which reader views tell advertising and navigation, as the library of Firefox has them; `metal` has `meta` in it. */
const suspect =
  /-ad-|hidden|hid$|banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget/i;

/** Tells a reader view that a heading with a suspect id is one of the text, by a class that weighs as much. */
const namedEntry = (tag: string, id: string) => {
  if (!suspect.test(id)) return tag;
  return / class="/.test(tag)
    ? tag.replace(' class="', ' class="entry-title ')
    : tag.replace(/^<h[2-4]/, (start) => `${start} class="entry-title"`);
};

/** Reader views throw away whatever is short and has `share` as a word of its id. */
const sharing = /<(h[2-4]|tr)\b([^>]*?)\sid="((?:[^"]*[-_])?share(?:[-_][^"]*)?)"([^>]*)>(\s*<t[hd]\b[^>]*>)?/gi;

/** Puts such an id on an empty element inside, which may be thrown away: the address stays, and the words stay with it. */
const idInside = (_: string, tag: string, before: string, id: string, after: string, cell = '') =>
  `<${tag}${before}${after}>${cell}<span id="${id}"></span>`;

/**
 * Writes the link sign that Starlight puts beside every heading as one sign with a name. Reader views throw away a `div`
 * that is mostly a link, and the heading in it; browsers of text would read the whole name after each heading.
 */
export const headingSigns = (html: string): string =>
  html
    .replace(sharing, idInside)
    .replace(heading, namedEntry)
    .replace(
      wrapped,
      (_, box: string, title: string, link: string, name: string) =>
        `<section${box}>${title}${link} aria-label="${name.replaceAll('"', '&quot;')}">#</a></section>`,
    );
