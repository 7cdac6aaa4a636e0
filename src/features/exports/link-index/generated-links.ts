import type { Site } from '#model/load.ts';
import { collectionNames, diagramsPage, drawingAddress } from '#model/collections.ts';
import { dataFile } from '#model/data.ts';
import { diagramSource, drawingsOn } from '#model/diagram-files.ts';
import { readDiagram } from '#features/diagrams/index.ts';
import { sectionLabel } from '#features/quiz/index.ts';
import { topicIndex, topicsPage } from '#features/topics/index.ts';
import { labFrame, labsOn } from '#model/lab-files.ts';
import { t } from '#model/i18n.ts';
import { lastChanged } from '#model/last-changed.ts';
import { itemsOfSection, quizItemAddress, quizSectionPage, quizSections } from '#model/quiz.ts';
import { plainText } from '#shared/inline-markdown.ts';
import type { LinkRecord, MakeRecord } from './link-entry.ts';
import { words } from '#model/model.ts';

/** Each diagram: on every page that shows it, on the page of all diagrams, and on its own in a frame. */
export function drawingRecords({ pages, diagrams }: Site, make: MakeRecord): LinkRecord[] {
  const all = pages.find(({ address }) => address === diagramsPage);
  return [...diagrams].flatMap((id) => {
    const { title } = readDiagram(id);
    const changed = lastChanged(diagramSource(id));
    const drawing = (address: string, page: string) => make({ address, kind: 'drawing', title, page, changed });
    const shown = pages.filter((page) => drawingsOn(page).some((use) => use.id === id));
    return [
      ...shown.map((page) => drawing(`${page.address}#d-${id}`, words(page).title)),
      ...(all ? [drawing(drawingAddress(id), words(all).title)] : []),
      make({ address: `/embed/${id}/`, kind: 'frame', title, page: title, changed }),
    ];
  });
}

/** Each lab on its own in a frame. */
export const labRecords = ({ pages }: Site, make: MakeRecord): LinkRecord[] =>
  pages.flatMap((page) =>
    labsOn(page).map((id) => {
      const { title } = words(page);
      return make({ address: labFrame(id), kind: 'frame', title, page: title, changed: lastChanged(page.file) });
    }),
  );

/** The page with all short links. */
export function shortLinksRecord(make: MakeRecord): LinkRecord {
  const title = t('go.title');
  return make({
    address: '/go/',
    kind: 'page',
    title,
    page: title,
    changed: lastChanged('content/data/short-links.yml'),
  });
}

/** The generated index of topics, with each letter. */
export function topicRecords({ data, pages }: Site, make: MakeRecord): LinkRecord[] {
  const { address, title: page } = topicsPage;
  const letters = topicIndex(
    data,
    pages.map((one) => ({ title: words(one).title, href: one.address })),
  );
  const changed = collectionNames.map((name) => lastChanged(dataFile(name))).reduce((a, b) => (a > b ? a : b));
  return [
    make({ address, kind: 'page', title: page, page, changed }),
    ...letters.map(({ letter, id }) =>
      make({ address: `${address}#${id}`, kind: 'section', title: letter, page, changed }),
    ),
  ];
}

/** The generated pages of questions, with each question. */
export function quizRecords({ data }: Site, make: MakeRecord): LinkRecord[] {
  const changed = lastChanged(dataFile('quiz'));
  return quizSections.flatMap((section) => {
    const items = itemsOfSection(data.quiz, section);
    if (items.length === 0) return [];
    const page = t('quiz.section.title', { section: sectionLabel(section) });
    return [
      make({ address: quizSectionPage(section), kind: 'page', title: page, page, changed }),
      ...items.map((item) =>
        make({
          address: quizItemAddress(item),
          kind: 'quiz-question',
          title: plainText(item.ask),
          page,
          changed,
        }),
      ),
    ];
  });
}
