import { choicePage } from '#model/choice.ts';
import { drawingComponents } from '#model/diagram-files.ts';
import { claimComponents, sourcesOfUse, type CitingSite } from '#model/citations.ts';
import { dataFile } from '#model/data.ts';
import type { Site } from '#model/load.ts';
import type { Page } from '#model/page.ts';
import { countWords, measureProse, openingOf, paragraphsOf } from '#model/prose.ts';
import { counted, type Problem } from '#shared/problem.ts';
import { bannedWords, explainedSections, limits, sourcedSections, textSections } from '../limits.ts';

type Finding = Omit<Problem, 'file'>;

/** Whether a page is in one of these sections, not counting their overview pages. */
const isIn = ({ address }: Page, sections: readonly string[]) =>
  sections.some((section) => address.startsWith(`/${section}/`) && address !== `/${section}/`);

/** Checks the house style as far as possible: lengths, required parts of a page, and empty words. */
export function checkStyle(site: Site): Problem[] {
  const pages = site.pages.flatMap((page) =>
    [
      ...(isIn(page, textSections) ? lengths(page, wordsFromData(page, site)) : []),
      ...(isIn(page, explainedSections) ? parts(page) : []),
      ...(isIn(page, sourcedSections) ? sources(page, site) : []),
      ...page.prose.flatMap(({ text, line }) => banned(text, line)),
    ].map((finding) => ({ file: page.file, ...finding })),
  );
  return [...pages, ...checkAnswers(site)];
}

/** Words that a component adds to a page from data and that count as its text: the questions of how to choose. */
function wordsFromData(page: Page, { choice: { choice } }: Site): number {
  if (page.address !== choicePage || !choice) return 0;
  return countWords(
    choice.questions
      .flatMap(({ text, why, answers }) => [text, why, ...answers.map((answer) => answer.text)])
      .join(' '),
  );
}

function lengths(page: Page, fromData: number): Finding[] {
  const paragraphs = paragraphsOf(page);
  const { words: own, sentenceLength } = measureProse(page);
  const words = own + fromData;
  const opening = openingOf(paragraphs);
  const { least, most } = limits.pageWords;
  const found: Finding[] = [];
  if (words < least || words > most)
    found.push({
      line: 1,
      problem: `the page has ${counted(words, 'word')}`,
      fix: `A page has ${least} to ${most}: ${words > most ? 'split it, or move reference parts to data' : 'say more, or merge it with another'}.`,
    });
  if (opening && countWords(opening.text) > limits.openingWords)
    found.push({
      line: opening.line,
      problem: `the opening paragraph has ${counted(countWords(opening.text), 'word')}`,
      fix: `Answer the title in at most ${limits.openingWords} words that can be quoted alone; the rest comes in a paragraph of its own.`,
    });
  if (sentenceLength >= limits.averageSentence)
    found.push({
      line: longestSentence(page)?.line,
      problem: `the page has ${sentenceLength.toFixed(1)} words a sentence on average`,
      fix: `Keep below ${limits.averageSentence}: begin with the longest sentence, which is here.`,
    });
  return [...found, ...paragraphLengths(paragraphs)];
}

function paragraphLengths(paragraphs: ReturnType<typeof paragraphsOf>): Finding[] {
  const long = paragraphs.filter(({ sentences }) => sentences.length > limits.paragraphSentences);
  const sentences = paragraphs
    .flatMap((one) => one.sentences)
    .filter(({ words: count }) => count > limits.sentenceWords);
  return [
    ...long.map(({ line, sentences: { length } }) => ({
      line,
      problem: `the paragraph has ${counted(length, 'sentence')}`,
      fix: `A paragraph has at most ${limits.paragraphSentences}: one thought each.`,
    })),
    ...sentences.map(({ line, words: count }) => ({
      line,
      problem: `the sentence has ${counted(count, 'word')}`,
      fix: `A sentence has at most ${limits.sentenceWords}: make two of it.`,
    })),
  ];
}

const longestSentence = (page: Page) =>
  paragraphsOf(page)
    .flatMap(({ sentences }) => sentences)
    .toSorted((a, b) => b.words - a.words)[0];

function parts(page: Page): Finding[] {
  const found: Finding[] = [];
  if (!page.uses.some(({ component }) => drawingComponents.has(component)))
    found.push({
      line: 1,
      problem: 'the page has no diagram',
      fix: 'Show the mechanism: <Diagram id="…" /> or <DiagramPair containers="…" vms="…" />.',
    });
  if (!page.headings.some(({ id }) => id === 'not-true'))
    found.push({
      line: 1,
      problem: 'the page does not say where it is not true',
      fix: 'Add a section ## Where this is not true {#not-true}.',
    });
  return found;
}

/** Ids of the sources that a page cites for its claims and figures. */
const claimSources = ({ uses }: Page, site: CitingSite): Set<string> =>
  new Set(
    uses
      .filter(({ component }) => claimComponents.has(component))
      .flatMap(({ component, id }) => sourcesOfUse(component, id, site)),
  );

function sources(page: Page, site: Site): Finding[] {
  const { size } = claimSources(page, site);
  if (size >= limits.sources || site.broken.has('numbers')) return [];
  return [
    {
      line: 1,
      problem: `the page cites ${counted(size, 'source')}`,
      fix: `Pages of ${sourcedSections.join(' and ')} cite at least ${limits.sources}: add <Cite id="…" /> behind the claims.`,
    },
  ];
}

function banned(text: string, line: number): Finding[] {
  const word = bannedWords.exec(text)?.[0];
  return word
    ? [
        {
          line,
          problem: `"${word}" praises or belittles and says nothing`,
          fix: 'Leave it out, or say what is measured.',
        },
      ]
    : [];
}

function checkAnswers({ data, lines }: Site): Problem[] {
  const { least, most } = limits.answerWords;
  return data.questions.flatMap(({ id, answer }) => {
    const words = answer.replace(/\]\([^)]*\)/g, '').split(/\s+/).length;
    if (words >= least && words <= most) return [];
    return [
      {
        file: dataFile('questions'),
        line: lines.questions.get(id),
        problem: `the answer of "${id}" has ${counted(words, 'word')}`,
        fix: `An answer has ${least} to ${most} words that stand alone; the page it leads to says the rest.`,
      },
    ];
  });
}
