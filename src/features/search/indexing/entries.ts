import { collections, entryAddress, listedNames, type Data } from '#model/collections.ts';
import { kinds, type Kind, type Section } from '../format.ts';

/** What the data knows about a section that its HTML does not say. */
export type Known = Pick<Section, 'kind' | 'names' | 'to'> & Partial<Pick<Section, 'heading'>>;

/** Names by which readers ask for a page or section, from the data; the address is that of the answer. */
export interface Named {
  names: string[];
  /** Whether the names stand for each other: those of a term do, the variants of a message do not. */
  same?: boolean;
  /** Address with fragment of the best answer, and of the entry where there is one. */
  at: string[];
}

/** What entries of lists have in common, as far as search is concerned. */
interface Listed {
  id: string;
  page?: string;
  also?: string[];
  aka?: string[];
  words?: string[];
  /** What a misconception says; its heading on the page adds the verdict, which nobody asks for. */
  claim?: string;
}

/** What search calls an entry: readers tell terms, questions and the like apart, and the rest is a record to them. */
const searchKind = (kind: string): Kind => kinds.find((one) => one === kind) ?? 'record';

/** By address (`/reference/glossary/#cgroup`): kind, names and aims of each entry that a page lists. */
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

/** A term without the remark in brackets that tells it from others: `Capability (Linux)` is asked for as `capability`. */
const plainTerm = (term: string) => term.replace(/\s*\([^)]*\)/g, '');
