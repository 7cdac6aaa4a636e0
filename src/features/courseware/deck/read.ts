import path from 'node:path';
import { existsSync } from 'node:fs';
import { z } from 'astro/zod';
import { leastPoints, readDiagram } from '#features/diagrams/index.ts';
import type { Data } from '#model/collections.ts';
import { dataFile } from '#model/data.ts';
import { diagramFile, diagramIds } from '#model/diagram-files.ts';
import { address, id, sourceIds, text } from '#model/schemas/fields.ts';
import { readYamlList } from '#model/yaml-list.ts';
import { plainText } from '#shared/inline-markdown.ts';
import { didYouMean } from '#shared/suggest.ts';
import type { Problem } from '#shared/problem.ts';
import { deckPoints, mostLetters } from './layout.ts';

/** Path of the decks, relative to the project root. */
export const decksFile = 'content/data/decks.yml';

const slideSchema = z.strictObject({
  /** The one sentence on the slide; may contain inline Markdown. */
  says: text,
  /** Id of its diagram. */
  diagram: id,
  /** Page or section that explains it. */
  page: address,
  /** Ids of the sources that support it. */
  sources: sourceIds,
});

const writtenDeck = z.strictObject({
  /** Id of the deck and base name of its files; must not change once published. */
  id,
  /** Title of the first slide. */
  title: text,
  /** Page that the deck follows. */
  page: address,
  /** Slides after the title slide. */
  slides: z.array(slideSchema).min(3).max(15),
});

const traitDeck = z.strictObject({
  /** Id of the deck and base name of its files; must not change once published. */
  id,
  /** Id of the trait whose entry provides question, sentences, conditions and sources. */
  trait: id,
  /** Id of the diagram for the question. */
  opening: id,
  /** Id of the diagram for containers. */
  containers: id,
  /** Id of the diagram for VMs. */
  vms: id,
});

/** Schema of a deck: written slide by slide, or generated from a trait. */
export const deckSchema = z.union([writtenDeck, traitDeck]);

type Deck = z.infer<typeof deckSchema>;

/** A slide with everything for its notes. */
export interface Slide {
  /** The one sentence on the slide; may contain inline Markdown. */
  says: string;
  /** Id of its diagram. */
  diagram: string;
  /** Address of the page or section that explains it. */
  page: string;
  /** Ids of the sources that support it. */
  sources: readonly string[];
  /** When the sentence is true and when not, if it comes from a trait. */
  holds?: { when: string; notWhen: string };
}

/** A deck from which files are generated. */
export interface FullDeck {
  /** Base name of its files. */
  id: string;
  /** Text of the title slide. */
  title: string;
  /** Address of the page that the deck follows. */
  page: string;
  slides: Slide[];
}

/** Slides generated from a trait: its question, then each side. */
function traitSlides(deck: z.infer<typeof traitDeck>, trait: Data['traits'][number]): Slide[] {
  const sides = [
    [trait.container, deck.containers],
    [trait.vm, deck.vms],
  ] as const;
  const common = { page: trait.page, sources: trait.sources };
  return [
    { says: trait.question, diagram: deck.opening, ...common },
    ...sides.map(([side, diagram]) => ({
      says: side.sentence,
      diagram,
      ...common,
      holds: { when: side.trueWhen, notWhen: side.notTrueWhen },
    })),
  ];
}

/** The ids of each page, by its address. */
type Anchors = ReadonlyMap<string, ReadonlySet<string>>;

/** Result of {@link readDecks}. */
interface Read {
  decks: FullDeck[];
  /** Problems in all decks. */
  problems: Problem[];
}

/** Reads the decks below `root`. Problems in one deck are reported without affecting the others. */
export function readDecks(root: string, data: Data, anchors: Anchors): Read {
  const file = path.join(root, decksFile);
  if (!existsSync(file)) return { decks: [], problems: [] };
  const raw = readYamlList(file, decksFile);
  const read: Read = { decks: [], problems: [...raw.problems] };
  const addresses = new Set([...anchors].flatMap(([page, ids]) => [page, ...[...ids].map((id) => `${page}#${id}`)]));
  const known = { root, diagrams: diagramIds(root), sources: data.sources.map((one) => one.id), addresses };
  for (const { value, line } of raw.entries) {
    const problems = readDeck(value, line, data, known, read.decks);
    read.problems.push(...problems);
  }
  return read;
}

/** What slides may reference. */
interface Known {
  root: string;
  diagrams: readonly string[];
  sources: readonly string[];
  addresses: ReadonlySet<string>;
}

/** Reports a problem of the deck at hand. */
type Tell = (problem: string, fix: string) => Problem;

/** Reads one entry of the file. A valid deck is added to `decks`. */
function readDeck(value: unknown, line: number, data: Data, known: Known, decks: FullDeck[]): Problem[] {
  const tell: Tell = (problem, fix) => ({ file: decksFile, line, problem, fix });
  const parsed = ('trait' in Object(value) ? traitDeck : writtenDeck).safeParse(value);
  if (!parsed.success)
    return parsed.error.issues.map(({ path: at, message }) =>
      tell(`${at.join('.')}: ${message}`, 'The fields are described in src/features/courseware/deck/read.ts.'),
    );
  const deck = parsed.data as Deck;
  if (decks.some((one) => one.id === deck.id)) return [tell(`the deck "${deck.id}" is there twice`, 'Rename one.')];
  const full = fullDeck(deck, data);
  if (!full) {
    const { trait } = deck as z.infer<typeof traitDeck>;
    const traits = data.traits.map(({ id }) => id);
    return [tell(`there is no trait "${trait}"`, didYouMean(trait, traits))];
  }
  decks.push(full);
  const written = 'trait' in deck ? dataFile('traits') : decksFile;
  return full.slides.flatMap((slide, index) =>
    slideProblems(slide, written, known).map(({ problem, fix }) =>
      tell(`slide ${index + 1} of "${deck.id}": ${problem}`, fix),
    ),
  );
}

/**
 * Problems of one slide, without the slide's name.
 * @param written file with the sentences of the deck
 */
function slideProblems(
  { says, diagram, page, sources }: Slide,
  written: string,
  known: Known,
): Pick<Problem, 'problem' | 'fix'>[] {
  const found = smallWords(known.root, diagram);
  const letters = plainText(says).length;
  if (letters > mostLetters)
    found.push({
      problem: `its sentence has ${letters} letters, more than ${mostLetters}, which two lines hold`,
      fix: `Shorten it in ${written}.`,
    });
  if (!known.diagrams.includes(diagram))
    found.push({ problem: `there is no drawing "${diagram}"`, fix: didYouMean(diagram, known.diagrams) });
  if (!known.addresses.has(page))
    found.push({ problem: `there is no page ${page}`, fix: didYouMean(page, known.addresses) });
  if (sources.length === 0)
    found.push({ problem: 'its sentence has no source', fix: `Name one in ${written} that carries it.` });
  for (const source of sources.filter((one) => !known.sources.includes(one)))
    found.push({ problem: `there is no source "${source}"`, fix: didYouMean(source, known.sources) });
  return found;
}

/** Reports a diagram whose smallest text is unreadable from the last row when placed beside a sentence. */
function smallWords(root: string, diagram: string): Pick<Problem, 'problem' | 'fix'>[] {
  if (!existsSync(path.join(root, diagramFile(diagram, 'svg')))) return [];
  const points = deckPoints(readDiagram(diagram, root).slide);
  if (points >= leastPoints) return [];
  return [
    {
      problem: `the smallest words of "${diagram}" have ${points.toFixed(1)} points beside the sentence, fewer than ${leastPoints}`,
      fix: `Draw it for slides in content/diagrams/slides/${diagram}.draw, within 780 by 340 units or 490 by 420.`,
    },
  ];
}

function fullDeck(deck: Deck, data: Data): FullDeck | undefined {
  if ('slides' in deck) return deck;
  const trait = data.traits.find((one) => one.id === deck.trait);
  return trait && { id: deck.id, title: trait.name, page: trait.page, slides: traitSlides(deck, trait) };
}
