import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { cardName } from '#features/social-cards/index.ts';
import { locale, t } from '#model/i18n.ts';
import { licence, siteTitle } from '#site.ts';

type HeadEntry = StarlightRouteData['head'][number];

/** Facts about a page for its head, in addition to what Starlight writes. */
export interface PageFacts {
  /** Address relative to the root of the site. */
  address: string;
  title: string;
  /** Day of the last change, `YYYY-MM-DD`, if the Git history has it. */
  changed: string | undefined;
  /** What readers can do afterwards. */
  teaches: readonly string[];
  /** Prior knowledge: sentences, or names of terms that other pages explain. */
  requires: readonly string[];
  /** Names of the terms that the page explains. */
  about: readonly string[];
  /** Level, in terms that catalogues of teaching material use. */
  level: string | undefined;
  /** Role of the audience. */
  audience: string | undefined;
  /** Minutes to read, do or teach it. */
  minutes: number;
  /** Audience of a lesson; `undefined` for other pages. */
  lesson?: string | undefined;
  /** Short link of the page, relative to the root of the site. */
  short: string | undefined;
  /** Terms of the glossary; only on the glossary page. */
  terms?: readonly { id: string; term: string }[];
}

const meta = (property: string, content: string): HeadEntry => ({ tag: 'meta', attrs: { property, content } });
const link = (attrs: Record<string, string>): HeadEntry => ({ tag: 'link', attrs });

/**
 * Metadata for catalogues of teaching material, in terms of LRMI, which schema.org adopted: https://www.dublincore.org/specifications/lrmi/
 * `teaches` and `competencyRequired` describe what people can do. Subject terms go into `keywords`, which allows text, while `about` requires things.
 */
function learning({ teaches, requires, about, level, audience, minutes, lesson }: PageFacts): Record<string, unknown> {
  return {
    timeRequired: `PT${minutes}M`,
    ...(lesson ? { learningResourceType: 'lesson plan' } : {}),
    ...(teaches.length > 0 ? { teaches } : {}),
    ...(requires.length > 0 ? { competencyRequired: requires } : {}),
    ...(about.length > 0 ? { keywords: about } : {}),
    ...(level ? { educationalLevel: level } : {}),
    ...(audience
      ? { audience: { '@type': 'EducationalAudience', educationalRole: audience, description: lesson } }
      : {}),
  };
}

/**
 * JSON-LD for search engines and catalogues, without facts that the head already states otherwise: the description, and the day of the last change as
 * a publication date. `<` is escaped, so that no text can end the block.
 */
function jsonLd(facts: PageFacts, at: (address: string) => string): HeadEntry {
  const url = at(facts.address);
  const page = {
    '@context': 'https://schema.org',
    '@type': ['TechArticle', 'LearningResource'],
    '@id': url,
    headline: facts.title,
    inLanguage: locale,
    isAccessibleForFree: true,
    license: licence.url,
    author: { '@type': 'Organization', name: t('share.author', { site: siteTitle }) },
    ...(facts.changed ? { dateModified: facts.changed } : {}),
    ...learning(facts),
    isPartOf: at('/'),
  };
  const terms = facts.terms && {
    '@context': 'https://schema.org',
    '@type': 'DefinedTermSet',
    '@id': url,
    name: t('metadata.glossary', { site: siteTitle }),
    license: licence.url,
    ...learning(facts),
    hasDefinedTerm: facts.terms.map(({ id, term }) => ({
      '@type': 'DefinedTerm',
      '@id': `${url}#${id}`,
      name: term,
    })),
  };
  const content = JSON.stringify(terms ?? page).replaceAll('<', '\\u003c');
  return { tag: 'script', attrs: { type: 'application/ld+json' }, content };
}

/**
 * Head entries of a page: social card, licence, alternative formats, and machine-readable facts.
 * @param at makes an address absolute
 */
export function pageHead(facts: PageFacts, at: (address: string) => string): HeadEntry[] {
  const card = at(`/cards/${cardName(facts.address)}.png`);
  return [
    meta('og:image', card),
    meta('og:image:alt', t('metadata.cardAlt', { site: siteTitle, title: facts.title })),
    // For reference managers. Do not add citation_title: Zotero's reader of embedded metadata would turn the page into a journal article, and without
    // it takes the title from og:title. Google Scholar requires one, but lists only scholarly articles.
    { tag: 'meta', attrs: { name: 'citation_author', content: t('share.author', { site: siteTitle }) } },
    ...(facts.changed
      ? [
          meta('article:modified_time', facts.changed),
          { tag: 'meta' as const, attrs: { name: 'citation_date', content: facts.changed } },
        ]
      : []),
    // Reader views display it. Without it they take the first element with "author" in its id, which "authority" matches.
    { tag: 'meta', attrs: { name: 'author', content: t('share.author', { site: siteTitle }) } },
    link({ rel: 'license', href: licence.url }),
    ...(facts.short ? [link({ rel: 'shortlink', href: at(facts.short) })] : []),
    link({ rel: 'alternate', type: 'text/markdown', href: at(`${facts.address}index.md`) }),
    link({
      rel: 'alternate',
      type: 'application/atom+xml',
      title: t('feed.title'),
      href: at('/changes.atom'),
    }),
    jsonLd(facts, at),
  ];
}
