/** Ids of supporting sections, which are not part of a page's argument: its exceptions, its lab and its questions. */
export const serviceSections: readonly string[] = ['not-true', 'see-for-yourself', 'common-questions'];

/** The HTML of a page, split by rank. */
export interface Ranks {
  /** Everything before the first supporting section. */
  argument: string;
  /** The rest, with each supporting section wrapped in `section.service`. */
  rest: string;
}

const heading = /(?=<div class="sl-heading-wrapper level-h2">)/;
const idOfFirstHeading = (html: string) => /^<div[^>]*><h2\b[^>]*\bid="([^"]+)"/.exec(html)?.[1] ?? '';

/** Splits the HTML that Starlight renders for a page into its argument and the supporting sections. */
export function partByRank(html: string): Ranks {
  const parts = html.split(heading);
  const isService = (part: string) => serviceSections.includes(idOfFirstHeading(part));
  const first = parts.findIndex(isService);
  const [argument, rest] = first < 0 ? [parts, []] : [parts.slice(0, first), parts.slice(first)];
  return {
    argument: argument.join(''),
    rest: rest.map((part) => (isService(part) ? `<section class="service">${part}</section>` : part)).join(''),
  };
}
