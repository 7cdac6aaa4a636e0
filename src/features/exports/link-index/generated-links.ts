import type { Site } from '#model/load.ts';
import { collectionNames, diagramsPage, drawingAddress } from '#model/collections.ts';
import { dataFile } from '#model/data.ts';
import { diagramSource, drawingComponents } from '#model/diagram-files.ts';
import { drawingFiles, readDiagram } from '#features/diagrams/index.ts';
import { topicIndex, topicsPage } from '#features/topics/index.ts';
import { t } from '#model/i18n.ts';
import { buildDay } from '#shared/build-date.ts';
import { lastChanged } from '#model/last-changed.ts';
import type { LinkRecord, MakeRecord } from './link-entry.ts';
import { words } from '#model/model.ts';

/** Each drawing: on each page that shows it, on the page of all drawings, and alone in its frame. */
export function drawingRecords({ pages, diagrams }: Site, make: MakeRecord): LinkRecord[] {
  const all = pages.find(({ address }) => address === diagramsPage);
  return [...diagrams].flatMap((id) => {
    const { title } = readDiagram(id);
    const changed = lastChanged(diagramSource(id));
    const drawing = (address: string, page: string) => make({ address, kind: 'drawing', title, page, changed });
    const shown = pages.filter(({ uses }) =>
      uses.some((use) => drawingComponents.has(use.component) && use.id.split(' ').includes(id)),
    );
    return [
      ...shown.map((page) => drawing(`${page.address}#d-${id}`, words(page).title)),
      ...(all ? [drawing(drawingAddress(id), words(all).title)] : []),
      make({ address: `/embed/${id}/`, kind: 'frame', title, page: title, changed }),
      ...drawingFiles(id).map(({ file }) => make({ address: `/d/${file}`, kind: 'file', title, page: title, changed })),
    ];
  });
}

/** Files for programs, which others read by address, and the page that lists all short links. */
export function machineRecords(make: MakeRecord): LinkRecord[] {
  const changed = buildDay();
  const files = [
    '/changes.atom',
    '/changes.json',
    '/links.json',
    '/llms.txt',
    '/llms-full.txt',
    '/objects.inv',
    '/schemas/links-1.json',
  ];
  const short = t('go.title');
  return [
    ...files.map((address) =>
      make({ address, kind: 'file', title: address.slice(1), page: address.slice(1), changed }),
    ),
    make({
      address: '/go/',
      kind: 'page',
      title: short,
      page: short,
      changed: lastChanged('content/data/short-links.yml'),
    }),
  ];
}

/** The index of topics, which code makes of the data, and each letter of it. */
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
