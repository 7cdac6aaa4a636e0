/** Ids of the sections that serve the argument of a page and are no part of it: its exceptions, its lab and its questions. */
export const serviceSections: readonly string[] = ['not-true', 'see-for-yourself', 'common-questions'];

/** The words of a page by rank. */
export interface Ranks {
  /** All that stands before the first section of service. */
  argument: string;
  /** The rest, with each section of service in a `section.service` of its own. */
  rest: string;
}

const heading = /(?=<div class="sl-heading-wrapper level-h2">)/;
const idOfFirstHeading = (html: string) => /^<div[^>]*><h2\b[^>]*\bid="([^"]+)"/.exec(html)?.[1] ?? '';

/** Parts the HTML of a page, as Starlight makes it of Markdown, into its argument and what serves it. */
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
