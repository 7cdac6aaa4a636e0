import type { FileKey } from '#model/i18n.ts';
import type { Translate } from '#shared/message.ts';
import type { FileReport, FileTrouble, Line } from './check.ts';
import { states } from './check.ts';
import type { Place } from './part.ts';
import type { Trouble } from './trouble.ts';

/** Translates the check's messages into the language of the user. */
export type TranslateCheck = Translate<Extract<FileKey, `check.${string}`>>;

/** Message for a trouble, without the file name that precedes it. */
export function troubleWords({ reason, values }: Trouble, t: TranslateCheck): string {
  const kind = values.kind as 'text' | 'zip' | 'gzip' | 'pdf' | 'media' | undefined;
  return t(`check.trouble.${reason}`, kind ? { ...values, kind: t(`check.kind.${kind}`) } : values);
}

/** What is inside what: `course.mbz: deck.pptx`. */
const nested = (parts: readonly string[], t: TranslateCheck): string =>
  parts.reduce((inside, place) => t('check.place.inside', { inside, place }));

/** Message for something that could not be read: `course.mbz: deck.pptx is protected …`. */
const troubleLine = (name: string, { trouble, inside }: FileTrouble, t: TranslateCheck): string =>
  `${nested([name, ...inside], t)} ${troubleWords(trouble, t)}`;

const placeWords = ({ kind, value, inside }: Place, t: TranslateCheck): string =>
  nested([...inside, t(`check.place.${kind}`, { value })], t);

/** Places of a link in words; the first three if there are more. */
export function placesWords(places: readonly Place[], t: TranslateCheck): string {
  // A slide's links are in another part than its text; for its author both are one place.
  const all = [...new Set(places.map((place) => placeWords(place, t)))];
  const shown = t.list(all.slice(0, 3));
  return all.length > 3 ? t('check.place.more', { places: shown, count: all.length - 3 }) : shown;
}

/** Remarks on a link besides its state, one sentence each. */
export function remarks(line: Line, t: TranslateCheck): string[] {
  const { state, note, nearest, why, http, changes } = line;
  return [
    ...(state === 'retired' ? [note ? t('check.givenUp', { note }) : t('check.seeAddress')] : []),
    ...(nearest && nearest.length > 0 ? [t('check.nearest', { nearest: t.list(nearest) })] : []),
    ...(why ? [t(`check.why.${why}`)] : []),
    ...(http ? [t('check.http')] : []),
    ...changes.map(({ date, title, at }) => t('check.changed', { date, title, at })),
  ];
}

/** State of a link in a few words. */
export const stateWords = ({ state, to = '' }: Line, t: TranslateCheck): string =>
  state === 'moved' ? t('check.state.moved', { to }) : t(`check.state.${state}`);

/** Totals of several reports in one line: `33 links · 2 unknown · 31 works`. */
export function sumWords(reports: readonly FileReport[], t: TranslateCheck): string {
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
  ].join(t('check.separator'));
}

/** Notes on a file besides its links: what could not be read, and possible copies of the site. */
export function notesOf({ name, troubles, copies }: FileReport, t: TranslateCheck): string[] {
  return [
    ...troubles.map((trouble) => troubleLine(name, trouble, t)),
    ...[...copies].map(([base, count]) => t('check.copy', { name, base, count })),
  ];
}
