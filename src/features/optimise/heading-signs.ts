const wrapped =
  /<div([^>]*\bclass="sl-heading-wrapper[^"]*"[^>]*)>([\s\S]*?)(<a\b[^>]*\bclass="sl-anchor-link"[^>]*)>\s*<span\b[^>]*\bclass="sl-anchor-icon"[^>]*>[\s\S]*?<\/span>\s*<span\b[^>]*>([^<]*)<\/span>\s*<\/a>\s*<\/div>/g;

const heading = /<h[2-4]\b[^>]*?\sid="([^"]*)"[^>]*>/g;
/** Parts of ids by which reader views, such as Firefox's Readability, recognise advertising and navigation. `metal` contains `meta`. */
const suspect =
  /-ad-|hidden|hid$|banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget/i;

/** Marks a heading with a suspect id as content, with a class that reader views give the same weight. */
const namedEntry = (tag: string, id: string) => {
  if (!suspect.test(id)) return tag;
  return / class="/.test(tag)
    ? tag.replace(' class="', ' class="entry-title ')
    : tag.replace(/^<h[2-4]/, (start) => `${start} class="entry-title"`);
};

/** Reader views remove short elements whose id contains `share` as a word. */
const sharing = /<(h[2-4]|tr)\b([^>]*?)\sid="((?:[^"]*[-_])?share(?:[-_][^"]*)?)"([^>]*)>(\s*<t[hd]\b[^>]*>)?/gi;

/** Moves such an id to an empty child element. If a reader view removes that, the text stays. */
const idInside = (_: string, tag: string, before: string, id: string, after: string, cell = '') =>
  `<${tag}${before}${after}>${cell}<span id="${id}"></span>`;

/**
 * Turns the permalink that Starlight adds to headings into a single labelled character. Reader views remove a `div` that consists mostly of a link,
 * including the heading, and text browsers would show the whole label after each heading.
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
