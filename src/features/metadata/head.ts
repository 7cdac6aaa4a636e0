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
  /** Day of the last change, `YYYY-MM-DD`, if the history tells it. */
  changed: string | undefined;
  /** What its reader can do afterwards. */
  teaches: readonly string[];
  /** What its reader should know before: sentences, or names of terms that other pages explain. */
  requires: readonly string[];
  /** Names of the terms that it explains. */
  about: readonly string[];
  /** Level, in the words that catalogues of teaching material know. */
  level: string | undefined;
  /** Role of whom it is for. */
  audience: string | undefined;
  /** Minutes that it takes to read, to do or to teach. */
  minutes: number;
  /** For whom a lesson is; nothing for other pages. */
  lesson?: string | undefined;
  /** The page's short link, from the root of the site. */
  short: string | undefined;
  /** Terms of the glossary, on its page only. */
  terms?: readonly { id: string; term: string }[];
}

const meta = (property: string, content: string): HeadEntry => ({ tag: 'meta', attrs: { property, content } });
const link = (attrs: Record<string, string>): HeadEntry => ({ tag: 'link', attrs });

/**
 * What catalogues of teaching material ask for, in the terms that LRMI gave to schema.org: https://www.dublincore.org/specifications/lrmi/
 * `teaches` and `competencyRequired` are about what people can do; words for the subject are `keywords`, which may be texts, while `about` takes things.
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
 * The page as a search engine or a catalogue reads it, without what the head says in other words: its description, and the day of the last change as one
 * of publication. `<` is escaped, so that no text can end the block.
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
 * Head entries of a reading page: card, licence, the same page in other forms, and its facts for programs.
 * @param at makes an address absolute
 */
export function pageHead(facts: PageFacts, at: (address: string) => string): HeadEntry[] {
  const card = at(`/cards/${cardName(facts.address)}.png`);
  return [
    meta('og:image', card),
    meta('og:image:alt', t('metadata.cardAlt', { site: siteTitle, title: facts.title })),
    // Reference managers read these two. A citation_title beside them would make a journal article of the page: Zotero's reader of embedded metadata
    // falls back to that kind where a page has one, and takes the title from og:title without it. Google Scholar, which asks for one, lists no pages
    // such as these: it takes scholarly articles.
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
