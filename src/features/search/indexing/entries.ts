import { collections, entryAddress, listedNames, type Data } from '#model/collections.ts';
import { kinds, type Kind, type Section } from '../format.ts';

/** What the data knows about a section beyond its HTML. */
export type Known = Pick<Section, 'kind' | 'names' | 'to'> & Partial<Pick<Section, 'heading'>>;

/** Names by which readers search for a page or section, from the data. */
export interface Named {
  names: string[];
  /** Whether the names are synonyms: those of a term are, the variants of a message are not. */
  same?: boolean;
  /** Addresses with fragment of the best answer, and of the entry if there is one. */
  at: string[];
}

/** Fields that entries of lists have in common, as far as search needs them. */
interface Listed {
  id: string;
  page?: string;
  also?: string[];
  aka?: string[];
  words?: string[];
  /** The claim of a misconception. Its heading on the page adds the verdict, which nobody searches for. */
  claim?: string;
}

/** Kind of an entry in search: readers distinguish terms, questions and the like, and the rest is a record to them. */
const searchKind = (kind: string): Kind => kinds.find((one) => one === kind) ?? 'record';

/** Kind, names and targets of each entry that a page lists, by address (`/reference/glossary/#cgroup`). */
export function knownEntries(data: Data): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const name of listedNames) {
    for (const entry of data[name] as Listed[]) {
      known.set(entryAddress(name, entry.id), {
        kind: searchKind(collections[name].kind),
        names: [entry.aka ?? [], entry.words ?? []].flat(),
        to: [entry.page ?? [], entry.also ?? []].flat(),
        ...(collections[name].kind === 'misconception' && entry.claim
          ? { heading: entry.claim.replaceAll('`', '') }
          : {}),
      });
    }
  }
  return known;
}

/** Every name in the glossary, the systems, the traits and the symptoms, with the section that answers it. */
export function namedSections({ glossary, systems, traits, symptoms }: Data): Named[] {
  return [
    ...glossary.map(({ id, term, aka, words, page }) => ({
      names: [id, plainTerm(term), ...aka, ...words],
      same: true,
      at: [page, entryAddress('glossary', id)],
    })),
    ...systems.map(({ id, name, page }) => ({ names: [id, name], same: true, at: [page] })),
    ...traits.map(({ id, name, page }) => ({ names: [id, name], same: true, at: [page] })),
    ...symptoms.map(({ id, words }) => ({ names: words, at: [entryAddress('symptoms', id)] })),
  ];
}

/** A term without the remark in brackets that distinguishes it from others: people search for `Capability (Linux)` as `capability`. */
const plainTerm = (term: string) => term.replace(/\s*\([^)]*\)/g, '');
