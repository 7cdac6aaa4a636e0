import { escapeHtml } from '#shared/html.ts';
import type { Translate } from '#shared/message.ts';

/** Looks up the sentences that stand in a citation. */
type T = Translate<`share.${'author' | 'reference' | 'date' | 'noDate' | 'section' | 'creditLine' | 'withConditions'}`>;

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
  /** Conditions and year under which a figure was measured: it is not to be quoted without them. */
  measured?: { conditions: string; year: string } | undefined;
  /** Name of the licence, as the page gives it. */
  licence: string;
  siteTitle: string;
  /** Absolute address with the section's id. */
  url: string;
  /** Day of the last change, `YYYY-MM-DD`, or empty. */
  changed: string;
  /** Day on which it is cited, `YYYY-MM-DD`. */
  accessed: string;
  /** Language of the page. */
  language: string;
}

/** The day on the reader's own calendar, `YYYY-MM-DD`: in the evening of Los Angeles the UTC is a day ahead. */
export const localDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

const escapeMarkdown = (text: string) => text.replace(/([\\[\]*_`<>])/g, '\\$1');
const escapeTex = (text: string) => text.replace(/[\\~^{}%&#$_]/g, (sign) => texWords[sign] ?? `\\${sign}`);
/** Signs that a backslash before them would make a command of: a line break, or an accent on what follows. */
const texWords: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Heading and page, or the page alone where the section is the page. A heading that is a sentence loses its full stop; a figure comes with its conditions. */
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
 * Height in px that shows a drawing, its caption and the licence line on a phone too: a frame in a course may not grow.
 * A line of 14 px type holds about 40 letters there and is 21 px high; the rest is the page's own margins.
 */
export const frameHeight = ({ drawing, caption }: Pick<Frame, 'drawing' | 'caption'>) =>
  drawing + 21 * (Math.ceil(caption.length / 40) + 2) + 40;

/** An HTML frame as wide as its column. @param height px */
export const frameTag = ({ url, title, height }: { url: string; title: string; height: number }) =>
  `<iframe src="${escapeHtml(url)}" title="${escapeHtml(title)}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`;

/** An HTML frame with one drawing. */
export const asFrame = (frame: Frame) => frameTag({ ...frame, height: frameHeight(frame) });

/** An entry of a reference list in the style of the APA, seventh edition. */
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

/** The line under what is shown or quoted: title, author, licence and address, as CC BY asks for. */
export const asCredit = (cited: Cited, t: T) =>
  t('share.creditLine', {
    title: titleOf(cited, t),
    author: t('share.author', { site: cited.siteTitle }),
    licence: cited.licence,
    url: cited.url,
  });

/**
 * The key of a citation, of the address sign by sign, so that two sections never share one: `/teach/diagrams/` is
 * `cvm:teach:diagrams`, and `/teach/#diagrams` is `cvm:teach.diagrams`. In a key pandoc takes single signs between
 * letters only, so none is doubled: https://pandoc.org/MANUAL.html#extension-citations
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

/** A record in CSL-JSON, as Zotero and pandoc read it. */
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
