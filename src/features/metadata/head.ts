import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { cardName } from '#features/social-cards/index.ts';
import { locale, t } from '#model/i18n.ts';
import { licence, siteTitle } from '#site.ts';

type HeadEntry = StarlightRouteData['head'][number];

/** What the head of a page says of it, beyond what Starlight writes. */
export interface PageFacts {
  /** Address from the root of the site. */
  address: string;
  title: string;
  description: string;
  /** Day of the last change, `YYYY-MM-DD`, if the history tells it. */
  changed: string | undefined;
  /** Names of the terms that the page explains, or what its reader can do afterwards. */
  teaches: string[];
  /** Names of terms that the page uses before all others and other pages explain. */
  requires: string[];
  /** Minutes that it takes to read, to do or to teach. */
  minutes: number;
  /** Level and audience of a lesson, and what a class can do afterwards. */
  lesson?: { level: string; audience: string; goals: readonly string[]; before: readonly string[] } | undefined;
  /** The page's short link, from the root of the site. */
  short: string | undefined;
  /** Terms of the glossary, on its page only. */
  terms?: readonly { id: string; term: string }[];
}

const meta = (property: string, content: string): HeadEntry => ({ tag: 'meta', attrs: { property, content } });
const link = (attrs: Record<string, string>): HeadEntry => ({ tag: 'link', attrs });

/** What catalogues of teaching material ask for, in the terms that LRMI gave to schema.org: https://www.dublincore.org/specifications/lrmi/ */
function learning({ teaches, requires, minutes, lesson }: PageFacts): Record<string, unknown> {
  const goals = lesson?.goals ?? teaches;
  const before = lesson?.before ?? requires;
  return {
    timeRequired: `PT${minutes}M`,
    ...(goals.length > 0 ? { teaches: goals } : {}),
    ...(before.length > 0 ? { competencyRequired: before } : {}),
    ...(lesson
      ? {
          learningResourceType: 'lesson plan',
          educationalLevel: lesson.level,
          audience: { '@type': 'EducationalAudience', educationalRole: 'teacher', description: lesson.audience },
        }
      : {}),
  };
}

/** The page as a search engine or a reference manager reads it. `<` is escaped, so that no text can end the block. */
function jsonLd(facts: PageFacts, at: (address: string) => string): HeadEntry {
  const url = at(facts.address);
  const page = {
    '@context': 'https://schema.org',
    '@type': ['TechArticle', 'LearningResource'],
    '@id': url,
    headline: facts.title,
    description: facts.description,
    inLanguage: locale,
    isAccessibleForFree: true,
    license: licence.url,
    author: { '@type': 'Organization', name: t('share.author', { site: siteTitle }) },
    ...(facts.changed ? { datePublished: facts.changed, dateModified: facts.changed } : {}),
    ...learning(facts),
    isPartOf: { '@type': 'WebSite', name: siteTitle, url: at('/') },
  };
  const terms = facts.terms && {
    '@context': 'https://schema.org',
    '@type': 'DefinedTermSet',
    '@id': url,
    name: t('metadata.glossary', { site: siteTitle }),
    license: licence.url,
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
 * Head entries of a reading page: card, licence, the same page in other forms, and its facts for programs.
 * @param at makes an address absolute
 */
export function pageHead(facts: PageFacts, at: (address: string) => string): HeadEntry[] {
  const card = at(`/cards/${cardName(facts.address)}.png`);
  return [
    meta('og:image', card),
    meta('og:image:alt', t('metadata.cardAlt', { site: siteTitle, title: facts.title })),
    // Reference managers read these two. With a citation_title beside them, Zotero would take the page for a journal article.
    { tag: 'meta', attrs: { name: 'citation_author', content: t('share.author', { site: siteTitle }) } },
    ...(facts.changed
      ? [
          meta('article:modified_time', facts.changed),
          { tag: 'meta' as const, attrs: { name: 'citation_date', content: facts.changed } },
        ]
      : []),
    // A reader view shows it, and without it takes the first thing whose id has "author" in it for one: "authority" has.
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
