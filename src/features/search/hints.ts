import { collections, type Data } from '#model/collections.ts';
import { t } from '#model/i18n.ts';

/** Content of an empty search field: what to try, and what there is to find. */
export interface Hints {
  /** Queries to try. */
  examples: readonly string[];
  /** Lists that can be searched, each with its count, as links from the root of the site. */
  lists: readonly { href: string; text: string }[];
}

/** The hints, with counts from the data. */
export const searchHints = (data: Data, examples: readonly string[]): Hints => ({
  examples,
  lists: [
    { href: collections.symptoms.page, text: t('home.symptoms', { count: data.symptoms.length }) },
    { href: collections.questions.page, text: t('home.questions', { count: data.questions.length }) },
    { href: collections.glossary.page, text: t('home.terms', { count: data.glossary.length }) },
    { href: collections.numbers.page, text: t('home.numbers', { count: data.numbers.length }) },
    { href: collections.systems.page, text: t('search.systems', { count: data.systems.length }) },
  ],
});
