// What programs make of the head of a page: a catalogue of teaching material, and a reference manager.
import { attribute, textOf, type BuiltPage } from './dist.ts';

/** JSON-LD of a page. */
export const linkedData = ({ elements }: Pick<BuiltPage, 'elements'>) =>
  JSON.parse(textOf(elements.find((element) => attribute(element, 'type') === 'application/ld+json')!)) as Record<
    string,
    unknown
  >;

const levels = ['beginner', 'intermediate', 'advanced'];
/** Roles of the vocabulary of LRMI that this site writes for. */
const roles = ['student', 'professional', 'teacher'];
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && one !== '');

/**
 * What a catalogue of teaching material misses in the JSON-LD of a page.
 * @param terms names of the glossary, which are words and no goals
 */
export function missedByCatalogues(data: Record<string, unknown>, terms: ReadonlySet<string>): string[] {
  const { teaches, competencyRequired, educationalLevel, audience, timeRequired } = data;
  const { '@type': type, educationalRole } = (audience ?? {}) as Record<string, unknown>;
  return [
    ...(isTexts(teaches)
      ? teaches.filter((goal) => terms.has(goal)).map((goal) => `teaches a word: ${goal}`)
      : ['teaches']),
    ...(isTexts(competencyRequired) ? [] : ['competencyRequired']),
    ...(levels.includes(educationalLevel as string) ? [] : ['educationalLevel']),
    ...(type === 'EducationalAudience' && roles.includes(educationalRole as string) ? [] : ['audience']),
    ...(/^PT[1-9]\d*M$/.test(String(timeRequired)) ? [] : ['timeRequired']),
  ];
}

/** What Zotero's button saves of a page. */
export interface SavedItem {
  /** `webPage`, unless the head says that it is something else. */
  kind: 'webPage' | 'journalArticle';
  title: string | undefined;
  authors: string[];
  date: string | undefined;
}

/**
 * Reads the head as Zotero's "Embedded Metadata" does for what stands here: a citation_title or a citation_journal_title makes an article of a page,
 * the title is that of `og:title` where there is none, and each citation_author is one author.
 */
export function savedByZotero({ elements }: Pick<BuiltPage, 'elements'>): SavedItem {
  const metas = elements.filter(({ tagName }) => tagName === 'meta');
  const all = (name: string) =>
    metas
      .filter((meta) => (attribute(meta, 'name') ?? attribute(meta, 'property')) === name)
      .flatMap((meta) => attribute(meta, 'content') ?? []);
  const [title] = [...all('citation_title'), ...all('og:title')];
  const isArticle = all('citation_title').length + all('citation_journal_title').length > 0;
  const [date] = [...all('citation_publication_date'), ...all('citation_date')];
  return { kind: isArticle ? 'journalArticle' : 'webPage', title, authors: all('citation_author'), date };
}
