/** Kinds of address. Kinds may be added but not removed, because other programs read them. */
export const linkKinds = [
  'page',
  'section',
  'term',
  'question',
  'misconception',
  'symptom',
  'number',
  'source',
  'contradiction',
  'event',
  'change',
  'drawing',
  'frame',
  'file',
  'quiz-question',
] as const;

/** An address that others may link to. */
export interface LinkRecord {
  /** Address of a page, section or file, relative to the root of the site. */
  address: string;
  /** Kind of what is there. */
  kind: (typeof linkKinds)[number];
  /** Title of what is there. */
  title: string;
  /** Title of the page that contains it. */
  page: string;
  /** Its short link, if there is one. */
  short: string | null;
  /** `moved` addresses redirect; `retired` ones only say what happened. */
  state: 'live' | 'moved' | 'retired';
  /** Current address, if it has moved. */
  to?: string;
  /** For readers: what happened to a moved or retired address. */
  note?: string;
  /** Day of the last change to its file, `YYYY-MM-DD`. */
  changed: string;
}

/** Creates the record of a live address. */
export type MakeRecord = (record: Omit<LinkRecord, 'short' | 'state' | 'to' | 'note'>) => LinkRecord;

/**
 * Returns the function that creates records.
 * @param short short links by target address
 */
export const recordMaker =
  (short: ReadonlyMap<string, string>): MakeRecord =>
  ({ address, kind, title, page, changed }) => ({
    address,
    kind,
    title,
    page,
    short: short.get(address) ?? null,
    state: 'live',
    changed,
  });
