import type { Redirect } from '#model/schemas/redirect.ts';
import { inlineHtml } from '#shared/inline-markdown.ts';
import { locale, t } from '#model/i18n.ts';
import { escapeHtml } from '#shared/html.ts';
import { messageHtml } from '#shared/message-html.ts';
import { minified } from '#shared/minify.ts';
import { withBase } from '#shared/url.ts';
import { splitAddress } from '../address.ts';
import type { OgTags } from './og-tags.ts';

/** The page at an address that no longer has any content of its own, or never had. */
export interface RedirectPage {
  /** Why the address has no content: it moved, is a short link, or was retired. */
  kind: 'moved' | 'short' | 'retired';
  /** Address that it forwards to; null for a retired page. */
  to: string | null;
  /** What happened, in inline Markdown. */
  note: string | undefined;
  /** Sections of the old page that moved elsewhere. */
  sections: Redirect[];
  /** Preview tags of the target. */
  preview: OgTags | undefined;
  /** Ids on the target. */
  ids: readonly string[];
}

/** The script that forwards, for redirect pages and for pages with moved sections. */
export const forwardScript = (): string => minified('src/features/permalinks/redirects/forward.ts');
const pageStyle = () => minified('src/features/permalinks/redirects/redirect-page.css');

/** List of the sections that left a page. Each keeps its id, so that an old link leads to its line even without scripts. */
export function movedSections(sections: readonly Redirect[], base: string): string {
  if (sections.length === 0) return '';
  const items = sections.map(({ from, to, note, why }) => {
    const text = note ? inlineHtml(note, base) : t(`redirect.section.${why}`);
    const link = (words: string) => `<a data-on href="${withBase(to!, base)}">${words}</a>`;
    // The link comes first in the item, because its note may contain links of its own.
    const item = to === null ? text : messageHtml(t('redirect.sectionTo', { address: to }), { to: link, note: text });
    return `<li id="${splitAddress(from).id!}" data-moved>${item}</li>`;
  });
  return `<section class="moved" data-search="skip" data-markdown="skip" aria-label="${escapeHtml(t('redirect.sections'))}"><p>${escapeHtml(t('redirect.sectionsIntro'))}</p><ul>${items.join('')}</ul></section>`;
}

/** Empty anchors with the ids of the target: link checkers look for them on this page, and run no scripts. */
const anchors = (ids: readonly string[]) =>
  ids.length === 0 ? '' : `<div hidden>${ids.map((id) => `<a id="${id}"></a>`).join('')}</div>`;

/** Renders the redirect page. It forwards by script, keeping query and fragment; by refresh without scripts; and has a link to follow. */
export function redirectPage({ kind, to, note, sections, preview, ids }: RedirectPage, base: string): string {
  const href = to === null ? undefined : withBase(to, base);
  // Without scripts, a refresh would skip the list of sections.
  const refresh =
    href && sections.length === 0 ? `<noscript><meta http-equiv="refresh" content="0;url=${href}"/></noscript>` : '';
  const title = kind === 'retired' ? escapeHtml(t('redirect.retired')) : (preview?.title ?? to!);
  const own = `<title>${title}</title><meta name="description" content="${escapeHtml(t('redirect.description'))}"/>`;
  const said = note ? `<p>${inlineHtml(note, base)}</p>` : '';
  const sentence = t(kind === 'short' ? 'redirect.shortTo' : 'redirect.movedTo');
  const link = href ? `<p>${messageHtml(sentence, { to: `<a data-to href="${href}">${title}</a>` })}</p>` : '';
  const home = `<p><a href="${base}">${escapeHtml(t('redirect.home'))}</a> · <a href="${base}topics/">${escapeHtml(t('search.allTopics'))}</a></p>`;
  const gone = new Set(sections.map(({ from }) => splitAddress(from).id));
  return [
    `<!DOCTYPE html><html lang="${locale}" data-redirect="${kind}"><head><meta charset="utf-8"/>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    preview?.tags || own,
    `<meta name="robots" content="noindex"/>${refresh}<style>${pageStyle()}</style></head>`,
    `<body><main><h1>${title}</h1>${link}${said}${movedSections(sections, base)}${home}${anchors(ids.filter((id) => !gone.has(id)))}</main>`,
    `<script>${forwardScript()}</script></body></html>\n`,
  ].join('');
}
