import { escapeHtml } from '#shared/html.ts';
import type { Translate } from '#shared/message.ts';

/** Looks up the sentences used in citations. */
type T = Translate<`share.${'author' | 'reference' | 'date' | 'noDate' | 'section' | 'creditLine' | 'withConditions'}`>;

/** A diagram to be framed by a course. */
export interface Frame {
  /** Absolute URL of the page with only the diagram. */
  url: string;
  /** Title of the diagram. */
  title: string;
  /** Natural height of the diagram, in px. */
  drawing: number;
  /** Plain text of the caption. */
  caption: string;
}

/** A section to be cited. */
export interface Cited {
  /** Heading of the section, or title of the page. */
  heading: string;
  /** Title of the page. */
  page: string;
  /** Conditions and year of measurement of a figure, which must not be quoted without them. */
  measured?: { conditions: string; year: string } | undefined;
  /** Name of the licence, as shown on the page. */
  licence: string;
  siteTitle: string;
  /** Absolute URL, with the section's id. */
  url: string;
  /** Day of the last change, `YYYY-MM-DD`, or empty. */
  changed: string;
  /** Day of access, `YYYY-MM-DD`. */
  accessed: string;
  /** Language tag of the page. */
  language: string;
}

/** The day in the reader's time zone, `YYYY-MM-DD`: on an evening in Los Angeles, UTC is a day ahead. */
export const localDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

const escapeMarkdown = (text: string) => text.replace(/([\\[\]*_`<>])/g, '\\$1');
const escapeTex = (text: string) => text.replace(/[\\~^{}%&#$_]/g, (sign) => texWords[sign] ?? `\\${sign}`);
/** Characters that a backslash would turn into a command: a line break, or an accent on the next letter. */
const texWords: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/**
 * Heading and page title, or only the title if the section is the page. Removes the full stop of a heading that is a sentence; adds the conditions of a figure.
 */
function titleOf({ heading, page, measured }: Cited, t: T): string {
  const [name, pageName] = [heading, page].map((text) => text.replace(/\.$/, '')) as [string, string];
  if (heading === page) return pageName;
  const said = measured ? t('share.withConditions', { figure: name, ...measured }) : name;
  return t('share.section', { heading: said, page: pageName });
}

/** A Markdown link. */
export const asMarkdown = (cited: Cited, t: T) => `[${escapeMarkdown(titleOf(cited, t))}](${cited.url})`;

/** An HTML link. */
export const asHtml = (cited: Cited, t: T) => `<a href="${escapeHtml(cited.url)}">${escapeHtml(titleOf(cited, t))}</a>`;

/**
 * Height in px that also fits a diagram, its caption and the licence line on a phone, because frames in courses cannot grow.
 * There, a line of 14 px type has about 40 characters and is 21 px high. The rest is the page's margins.
 */
export const frameHeight = ({ drawing, caption }: Pick<Frame, 'drawing' | 'caption'>) =>
  drawing + 21 * (Math.ceil(caption.length / 40) + 2) + 40;

/**
 * HTML of an iframe with the width of its column.
 * @param height height in px
 */
export const frameTag = ({ url, title, height }: { url: string; title: string; height: number }) =>
  `<iframe src="${escapeHtml(url)}" title="${escapeHtml(title)}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`;

/** HTML of an iframe with one diagram. */
export const asFrame = (frame: Frame) => frameTag({ ...frame, height: frameHeight(frame) });

/** A reference in APA style, seventh edition. */
export function asApa(cited: Cited, t: T): string {
  const { changed, siteTitle: site, url } = cited;
  return t('share.reference', {
    author: t('share.author', { site }),
    date: changed ? dateOf(cited, t) : t('share.noDate'),
    title: titleOf(cited, t),
    site,
    url,
  });
}

function dateOf({ changed, language }: Cited, t: T): string {
  const [year = '', , day] = changed.split('-');
  const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(changed));
  return t('share.date', { year, month, day: Number(day) });
}

/** Credit line with title, author, licence and address, as required by CC BY. */
export const asCredit = (cited: Cited, t: T) =>
  t('share.creditLine', {
    title: titleOf(cited, t),
    author: t('share.author', { site: cited.siteTitle }),
    licence: cited.licence,
    url: cited.url,
  });

/**
 * Citation key derived from the whole address, so that two sections never share one: `/teach/diagrams/` becomes `cvm:teach:diagrams`, and
 * `/teach/#diagrams` becomes `cvm:teach.diagrams`. Punctuation is never doubled, because pandoc only accepts single characters between letters:
 * https://pandoc.org/MANUAL.html#extension-citations
 */
function keyOf(url: string): string {
  const [path = '', id] = url.replace(/^https?:\/\/[^/]+\//, '').split('#');
  const parts = ['cvm', ...path.split('/').filter(Boolean)].map((part) => part.replace(/[^a-z0-9-]/gi, '-'));
  return parts.join(':') + (id ? `.${id}` : '');
}

/** An entry for BibTeX and biblatex. */
export function asBibtex(cited: Cited, t: T): string {
  const rows = {
    author: `{${escapeTex(t('share.author', { site: cited.siteTitle }))}}`,
    title: escapeTex(titleOf(cited, t)),
    organization: escapeTex(cited.siteTitle),
    ...(cited.changed ? { date: cited.changed, year: cited.changed.slice(0, 4) } : {}),
    url: cited.url,
    urldate: cited.accessed,
  };
  return `@online{${keyOf(cited.url)},\n${Object.entries(rows)
    .map(([name, value]) => `  ${name} = {${value}}`)
    .join(',\n')}\n}`;
}

/** A CSL-JSON record, for Zotero and pandoc. */
export function asCsl(cited: Cited, t: T): string {
  const parts = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] });
  const record = {
    id: keyOf(cited.url),
    type: 'webpage',
    title: titleOf(cited, t),
    'container-title': cited.siteTitle,
    author: [{ literal: t('share.author', { site: cited.siteTitle }) }],
    ...(cited.changed ? { issued: parts(cited.changed) } : {}),
    accessed: parts(cited.accessed),
    URL: cited.url,
    language: cited.language,
  };
  return JSON.stringify([record], undefined, 2);
}
