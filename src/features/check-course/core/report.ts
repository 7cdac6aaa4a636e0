import type { FileKey } from '#model/i18n.ts';
import type { Translate } from '#shared/message.ts';
import type { FileReport, FileTrouble, Line } from './check.ts';
import { states } from './check.ts';
import type { Place } from './part.ts';
import type { Trouble } from './trouble.ts';

/** Sentences of the check, in the language of whoever reads them. */
export type Say = Translate<Extract<FileKey, `check.${string}`>>;

/** What a trouble says, without the name of the file that it begins with. */
export function troubleWords({ reason, values }: Trouble, t: Say): string {
  const kind = values.kind as 'text' | 'zip' | 'gzip' | 'pdf' | 'media' | undefined;
  return t(`check.trouble.${reason}`, kind ? { ...values, kind: t(`check.kind.${kind}`) } : values);
}

/** What could not be read, as a sentence: `course.mbz: deck.pptx is protected …`. */
const troubleLine = (name: string, { trouble, inside }: FileTrouble, t: Say): string =>
  `${[name, ...inside].join(': ')} ${troubleWords(trouble, t)}`;

function placeWords({ kind, value, inside }: Place, t: Say): string {
  const place = t(`check.place.${kind}`, { value });
  return inside.length > 0 ? t('check.place.inside', { inside: inside.join(': '), place }) : place;
}

/** Where a link stands; of many places the first three. */
export function placesWords(places: readonly Place[], t: Say): string {
  // A slide's links stand in a part of its own beside its text; for its author that is one place.
  const all = [...new Set(places.map((place) => placeWords(place, t)))];
  const shown = all.slice(0, 3).join(', ');
  return all.length > 3 ? t('check.place.more', { places: shown, count: all.length - 3 }) : shown;
}

/** What is said of a link besides its state: a sentence each. */
export function remarks(line: Line, t: Say): string[] {
  const { state, note, nearest, why, http, changes } = line;
  return [
    ...(state === 'retired' ? [note ? t('check.givenUp', { note }) : t('check.seeAddress')] : []),
    ...(nearest && nearest.length > 0 ? [t('check.nearest', { nearest: nearest.join(', ') })] : []),
    ...(why ? [t(`check.why.${why}`)] : []),
    ...(http ? [t('check.http')] : []),
    ...changes.map(({ date, title, at }) => t('check.changed', { date, title, at })),
  ];
}

/** What became of a link, in a few words. */
export const stateWords = ({ state, to = '' }: Line, t: Say): string =>
  state === 'moved' ? t('check.state.moved', { to }) : t(`check.state.${state}`);

/** Counts of several reports in one line: `33 links · 2 unknown · 31 works`. */
export function sumWords(reports: readonly FileReport[], t: Say): string {
  const lines = reports.flatMap((report) => report.lines);
  const short = (state: (typeof states)[number]) =>
    state === 'moved' ? t('check.short.moved') : t(`check.state.${state}`);
  const parts = states.flatMap((state) => {
    const count = lines.filter((line) => line.state === state).length;
    return count > 0 ? [t('check.part', { count, state: short(state) })] : [];
  });
  const changed = lines.filter(({ changes }) => changes.length > 0).length;
  const unread = reports.reduce((sum, { troubles }) => sum + troubles.length, 0);
  return [
    t('check.sum', { count: lines.length }),
    ...parts,
    ...(changed > 0 ? [t('check.changes', { count: changed })] : []),
    ...(unread > 0 ? [t('check.unread', { count: unread })] : []),
  ].join(' · ');
}

/** Lines that a file's results are, apart from its links: what could not be read, and what may be a copy of the site. */
export function notesOf({ name, troubles, copies }: FileReport, t: Say): string[] {
  return [
    ...troubles.map((trouble) => troubleLine(name, trouble, t)),
    ...[...copies].map(([base, count]) => `${name}: ${t('check.copy', { base, count })}`),
  ];
}
