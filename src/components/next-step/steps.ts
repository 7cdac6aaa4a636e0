import { quizSectionWords } from '#features/quiz/index.ts';
import { generatedAddresses } from '#model/addresses.ts';
import { listEntries } from '#model/entries.ts';
import { t } from '#model/i18n.ts';
import { pageWords } from '#model/model.ts';
import { nextInOrder, pathsThrough, placeOf, type PathPlace } from '#model/reading-order.ts';
import type { ReadingPath } from '#model/schemas/path.ts';
import { sidebarGroups } from '#model/sidebar.ts';

/** A suggestion for what to read after a page. */
export interface Step {
  /** Id of the path that it belongs to; `undefined` if it follows the sidebar. */
  path: string | undefined;
  /** Where the reader is: a sentence with a tag `<in>`, and the address that the tag links to. */
  where: { text: string; href: string };
  /** Address of the next page. */
  to: string;
  /** Title of the next page. */
  title: string;
  /** Description of the next page; may be empty. */
  description: string;
  /** Minutes that the next page takes on the path; `undefined` at the end of a path. */
  minutes: number | undefined;
  /** The previous page on the path, or among generated sibling pages. */
  previous: { href: string; title: string } | undefined;
}

const pathPage = (id: string) => `/paths/${id}/`;

/** The suggestions for the page at `address`: one for each path that includes it, then the next page in the sidebar. None for the home page. */
export function stepsFrom(address: string): Step[] {
  const paths = listEntries('paths');
  const own = paths.find(({ id }) => pathPage(id) === address);
  if (own) return [stepInto(own.id, own.steps[0]!)];
  const through = pathsThrough(address, paths);
  // Readers who follow the sidebar find their next page as well, after those of the paths.
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
  // After the last page, only the paths are left.
  const to = nextInOrder(address, groups, generatedAddresses) ?? '/paths/';
  const { above } = place;
  // Generated pages below a sidebar page are numbered among themselves.
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
