import path from 'node:path';
import { existsSync } from 'node:fs';
import { z } from 'astro/zod';
import { leastPoints, readDiagram } from '#features/diagrams/index.ts';
import type { Data } from '#model/collections.ts';
import { diagramFile, diagramIds } from '#model/diagram-files.ts';
import { address, id, sourceIds, text } from '#model/schemas/fields.ts';
import { readYamlList } from '#model/yaml-list.ts';
import { plainText } from '#shared/inline-markdown.ts';
import { didYouMean } from '#shared/suggest.ts';
import type { Problem } from '#shared/problem.ts';
import { deckPoints, mostLetters } from './layout.ts';

/** Where the decks are written. */
export const decksFile = 'content/data/decks.yml';

const slideSchema = z.strictObject({
  /** The one sentence of the slide; may hold inline Markdown. */
  says: text,
  /** Id of its drawing. */
  diagram: id,
  /** Page or section that explains it. */
  page: address,
  /** Ids of the sources that it rests on. */
  sources: sourceIds,
});

const writtenDeck = z.strictObject({
  /** Id of the deck, and the name of its files; once published it stays. */
  id,
  /** Title of the first slide. */
  title: text,
  /** Page that the deck follows. */
  page: address,
  slides: z.array(slideSchema).min(3).max(15),
});

const traitDeck = z.strictObject({
  id,
  /** Id of the trait: question, sentences, conditions and sources come from its entry. */
  trait: id,
  /** Drawing beside the question. */
  opening: id,
  /** Drawing of the containers' side. */
  containers: id,
  /** Drawing of the VMs' side. */
  vms: id,
});

/** Schema of one deck: written slide by slide, or made of a trait. */
export const deckSchema = z.union([writtenDeck, traitDeck]);

type Deck = z.infer<typeof deckSchema>;

/** One slide, with all that its notes say. */
export interface Slide {
  says: string;
  diagram: string;
  page: string;
  sources: readonly string[];
  /** Conditions under which the sentence holds and does not, if the trait names them. */
  holds?: { when: string; notWhen: string };
}

/** A deck as its files are made of it. */
export interface FullDeck {
  id: string;
  title: string;
  page: string;
  slides: Slide[];
}

/** Slides of a trait: its question, then one side and the other. */
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

interface Read {
  decks: FullDeck[];
  problems: Problem[];
}

/** Reads the decks below `root`; what is wrong with one is reported, and the others are read all the same. */
export function readDecks(root: string, data: Data, addresses: ReadonlySet<string>): Read {
  const file = path.join(root, decksFile);
  if (!existsSync(file)) return { decks: [], problems: [] };
  const raw = readYamlList(file, decksFile);
  const read: Read = { decks: [], problems: [...raw.problems] };
  const known = { root, diagrams: diagramIds(root), sources: data.sources.map((one) => one.id), addresses };
  for (const { value, line } of raw.entries) {
    const problems = readDeck(value, line, data, known, read.decks);
    read.problems.push(...problems);
  }
  return read;
}

/** What a slide may name. */
interface Known {
  root: string;
  diagrams: readonly string[];
  sources: readonly string[];
  addresses: ReadonlySet<string>;
}

function readDeck(value: unknown, line: number, data: Data, known: Known, decks: FullDeck[]): Problem[] {
  const tell = (problem: string, fix: string): Problem => ({ file: decksFile, line, problem, fix });
  const parsed = ('trait' in Object(value) ? traitDeck : writtenDeck).safeParse(value);
  if (!parsed.success)
    return parsed.error.issues.map(({ path: at, message }) =>
      tell(`${at.join('.')}: ${message}`, 'The fields are described in src/features/courseware/deck/read.ts.'),
    );
  const deck = parsed.data as Deck;
  if (decks.some((one) => one.id === deck.id)) return [tell(`the deck "${deck.id}" is there twice`, 'Rename one.')];
  const full = fullDeck(deck, data);
  if (!full)
    return [
      tell(
        `there is no trait "${(deck as z.infer<typeof traitDeck>).trait}"`,
        didYouMean(
          (deck as z.infer<typeof traitDeck>).trait,
          data.traits.map((one) => one.id),
        ),
      ),
    ];
  decks.push(full);
  const written = 'trait' in deck ? 'content/data/traits.yml' : decksFile;
  return full.slides.flatMap(({ says, diagram, page, sources }, index) => {
    const where = `slide ${index + 1} of "${deck.id}"`;
    const letters = plainText(says).length;
    return [
      ...(letters > mostLetters
        ? [
            tell(
              `${where}: its sentence has ${letters} letters, more than ${mostLetters}, which two lines hold`,
              `Shorten it in ${written}.`,
            ),
          ]
        : []),
      ...(known.diagrams.includes(diagram)
        ? []
        : [tell(`${where}: there is no drawing "${diagram}"`, didYouMean(diagram, known.diagrams))]),
      ...smallWords(known.root, diagram).map(({ problem, fix }) => tell(`${where}: ${problem}`, fix)),
      ...(known.addresses.has(page)
        ? []
        : [tell(`${where}: there is no page ${page}`, didYouMean(page, known.addresses))]),
      ...(sources.length > 0
        ? []
        : [tell(`${where}: its sentence has no source`, `Name one in ${written} that carries it.`)]),
      ...sources
        .filter((source) => !known.sources.includes(source))
        .map((source) => tell(`${where}: there is no source "${source}"`, didYouMean(source, known.sources))),
    ];
  });
}

/** What is wrong with a drawing whose smallest words the last row can't read beside a sentence. */
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
