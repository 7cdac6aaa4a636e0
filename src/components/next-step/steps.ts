import { quizSectionWords } from '#features/quiz/index.ts';
import { generatedAddresses } from '#model/addresses.ts';
import { listEntries } from '#model/entries.ts';
import { t } from '#model/i18n.ts';
import { pageWords } from '#model/model.ts';
import { nextInOrder, pathsThrough, placeOf, type PathPlace } from '#model/reading-order.ts';
import type { ReadingPath } from '#model/schemas/path.ts';
import { sidebarGroups } from '#model/sidebar.ts';

/** One way on from a page. */
export interface Step {
  /** Id of the path that it belongs to; without one it follows the sidebar. */
  path: string | undefined;
  /** Where the reader is: a sentence with a tag `<in>`, and where that tag leads. */
  where: { text: string; href: string };
  /** Address of the next page. */
  to: string;
  title: string;
  /** What the next page says of itself; may be empty. */
  description: string;
  /** Minutes that the next page takes on the path; nothing where the path ends. */
  minutes: number | undefined;
  /** The page before this one on the path, or among the pages that code makes beside it. */
  previous: { href: string; title: string } | undefined;
}

const pathPage = (id: string) => `/paths/${id}/`;

/** The ways on from the page at `address`: one for each path through it, and the one of the sidebar. None from the home page. */
export function stepsFrom(address: string): Step[] {
  const paths = listEntries('paths');
  const own = paths.find(({ id }) => pathPage(id) === address);
  if (own) return [stepInto(own.id, own.steps[0]!)];
  const through = pathsThrough(address, paths);
  // Whoever reads a section from page to page finds its next one as well, below those of the paths.
  return [...through.map((place) => stepOn(place)), ...stepInOrder(address)];
}

function stepInto(id: string, { page: to, minutes }: ReadingPath['steps'][number]): Step {
  const where = { text: t('next.begin'), href: pathPage(id) };
  return { path: id, where, to, ...pageWords(to), minutes, previous: undefined };
}

function stepOn({ path, position, previous, next, last }: PathPlace): Step {
  const values = { name: path.name, position, count: path.steps.length };
  return {
    path: path.id,
    where: { text: t(last ? 'next.endOfPath' : 'next.onPath', values), href: pathPage(path.id) },
    to: next,
    ...pageWords(next),
    minutes: last ? undefined : path.steps[position]!.minutes,
    previous: previous === undefined ? undefined : { href: previous, title: pageWords(previous).title },
  };
}

const wordsOf = (address: string) => quizSectionWords(address) ?? pageWords(address);

function stepInOrder(address: string): Step[] {
  const groups = sidebarGroups();
  const place = placeOf(address, groups);
  if (!place) return [];
  // The last page of all has nothing after it but the paths.
  const to = nextInOrder(address, groups, generatedAddresses) ?? '/paths/';
  const { above } = place;
  // Pages that code makes below one of the sidebar are counted among themselves.
  const beside = above === undefined ? [] : generatedAddresses.filter((one) => one !== above && one.startsWith(above));
  const index = beside.indexOf(address);
  const values =
    above === undefined
      ? { name: place.section, position: place.position, count: place.count }
      : { name: pageWords(above).title, position: index + 1, count: beside.length };
  const text = t(values.position === 0 ? 'next.fromOverview' : 'next.inSection', values);
  const href = above ?? place.overview ?? address;
  const before = beside[index - 1] ?? above;
  const previous = before === undefined ? undefined : { href: before, title: wordsOf(before).title };
  return [{ path: undefined, where: { text, href }, to, ...wordsOf(to), minutes: undefined, previous }];
}
