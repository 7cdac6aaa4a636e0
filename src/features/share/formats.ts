/** A drawing as a course frames it. */
export interface Frame {
  /** Absolute address of the page that holds the drawing alone. */
  url: string;
  title: string;
  /** Height of the drawing in its own size, px. */
  drawing: number;
  caption: string;
}

/** One section as a text that cites it needs it. */
export interface Cited {
  /** Heading of the section, or the page's title. */
  heading: string;
  /** Title of the page. */
  page: string;
  /** Name of the site. */
  site: string;
  /** Absolute address with the section's id. */
  url: string;
  /** Day of the last change, `YYYY-MM-DD`, or empty. */
  changed: string;
  /** Day on which it is cited, `YYYY-MM-DD`. */
  accessed: string;
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const escapeMarkdown = (text: string) => text.replace(/([\\[\]*_`<>])/g, '\\$1');
const escapeTex = (text: string) => text.replace(/[\\~^{}%&#$_]/g, (sign) => texWords[sign] ?? `\\${sign}`);
/** Signs that a backslash before them would make a command of: a line break, or an accent on what follows. */
const texWords: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Heading and page, or the page alone where the section is the page. A heading that is a sentence loses its full stop. */
const titleOf = ({ heading, page }: Cited) =>
  heading === page ? page.replace(/\.$/, '') : `${heading.replace(/\.$/, '')} (${page.replace(/\.$/, '')})`;

/** A Markdown link. */
export const asMarkdown = (cited: Cited) => `[${escapeMarkdown(titleOf(cited))}](${cited.url})`;

/** An HTML link. */
export const asHtml = (cited: Cited) => `<a href="${escapeHtml(cited.url)}">${escapeHtml(titleOf(cited))}</a>`;

/**
 * Height in px that shows a drawing, its caption and the licence line on a phone too: a frame in a course may not grow.
 * A line of 14 px type holds about 40 letters there and is 21 px high; the rest is the page's own margins.
 */
const frameHeight = ({ drawing, caption }: Frame) => drawing + 21 * (Math.ceil(caption.length / 40) + 2) + 40;

/** An HTML frame with one drawing. */
export const asFrame = (frame: Frame) =>
  `<iframe src="${escapeHtml(frame.url)}" title="${escapeHtml(frame.title)}" width="100%" height="${frameHeight(frame)}" style="border:0" loading="lazy"></iframe>`;

/** An entry of a reference list in the style of the APA, seventh edition. */
export function asApa(cited: Cited): string {
  const [year, month, day] = cited.changed.split('-');
  const months = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ];
  const date = month && day ? `${year}, ${months[Number(month) - 1]} ${Number(day)}` : year || 'n.d.';
  return `Contributors to ${cited.site}. (${date}). ${titleOf(cited)}. ${cited.site}. ${cited.url}`;
}

/**
 * An entry for BibTeX and biblatex. The key is made of the address, sign by sign, so that two sections never share one:
 * `/teach/diagrams/` is `teach:diagrams`, and `/teach/#diagrams` is `teach::diagrams`.
 */
export function asBibtex(cited: Cited): string {
  const key =
    cited.url
      .replace(/^https?:\/\/[^/]+\//, '')
      .replace(/\/$/, '')
      .replace(/[/#]/g, ':')
      .replace(/[^a-z0-9:.-]/gi, '-') || 'home';
  const rows = {
    author: `{Contributors to ${escapeTex(cited.site)}}`,
    title: escapeTex(titleOf(cited)),
    organization: escapeTex(cited.site),
    ...(cited.changed ? { date: cited.changed, year: cited.changed.slice(0, 4) } : {}),
    url: cited.url,
    urldate: cited.accessed,
  };
  return `@online{${key},\n${Object.entries(rows)
    .map(([name, value]) => `  ${name} = {${value}}`)
    .join(',\n')}\n}`;
}

/** A record in CSL-JSON, as Zotero and pandoc read it. */
export function asCsl(cited: Cited): string {
  const parts = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] });
  const record = {
    id: cited.url,
    type: 'webpage',
    title: titleOf(cited),
    'container-title': cited.site,
    author: [{ literal: `Contributors to ${cited.site}` }],
    ...(cited.changed ? { issued: parts(cited.changed) } : {}),
    accessed: parts(cited.accessed),
    URL: cited.url,
    language: 'en',
  };
  return JSON.stringify([record], undefined, 2);
}
