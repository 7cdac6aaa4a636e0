import type { Site } from '#model/load.ts';
import { dataFile } from '#model/data.ts';
import { diagramSource } from '#model/diagram-files.ts';
import { t } from '#model/i18n.ts';
import { deckFiles, decksFile, handoutFiles, handoutsFile } from '#features/courseware/index.ts';
import { drawingFiles, readDiagram } from '#features/diagrams/index.ts';
import { oembedAddress } from '#features/share/index.ts';
import { quizDownloads } from '#features/quiz/index.ts';
import { lastChanged } from '#model/last-changed.ts';
import { words } from '#model/model.ts';
import { buildDay } from '#shared/build-date.ts';
import type { LinkRecord, MakeRecord } from './link-entry.ts';

/** Machine-readable files, at the root of the site or where their format requires. */
const programFiles = [
  '/changes.atom',
  '/changes.json',
  '/links.json',
  '/llms-full.txt',
  '/llms.txt',
  '/objects.inv',
  '/schemas/links-1.json',
];

/**
 * Files that slides and programs link to: images of diagrams, oEmbed answers of frames, decks, questions, Markdown versions of pages, and
 * machine-readable files.
 * @param known all other records, including those of frames
 */
export function fileRecords({ diagrams, pages }: Site, make: MakeRecord, known: readonly LinkRecord[]): LinkRecord[] {
  const pictures = [...diagrams].flatMap((id) => {
    const { title } = readDiagram(id);
    const changed = lastChanged(diagramSource(id));
    return drawingFiles(id).map(({ file }) =>
      make({ address: `/d/${file}`, kind: 'file', title, page: title, changed }),
    );
  });
  const twins = pages.map((page) => {
    const { title } = words(page);
    return make({
      address: `${page.address}index.md`,
      kind: 'file',
      title,
      page: title,
      changed: lastChanged(page.file),
    });
  });
  const decks = deckFiles().map(({ address, title }) =>
    make({ address, kind: 'file', title, page: title, changed: lastChanged(decksFile) }),
  );
  const handouts = handoutFiles().map(({ address, title }) =>
    make({ address, kind: 'file', title, page: title, changed: lastChanged(handoutsFile) }),
  );
  const questions = quizDownloads.map(({ address, use }) => {
    const title = t(`quiz.use.${use}`);
    return make({ address, kind: 'file', title, page: t('quiz.files'), changed: lastChanged(dataFile('quiz')) });
  });
  const frames = known
    .filter(({ kind }) => kind === 'frame')
    .map(({ address, title, page, changed }) =>
      make({ address: oembedAddress(address), kind: 'file', title, page, changed }),
    );
  const programs = programFiles.map((address) => {
    const name = address.slice(1);
    return make({ address, kind: 'file', title: name, page: name, changed: buildDay() });
  });
  return [...pictures, ...frames, ...decks, ...handouts, ...questions, ...twins, ...programs];
}
