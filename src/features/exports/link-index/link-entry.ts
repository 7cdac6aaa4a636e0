/** What can stand at an address. The list only grows: programs of others read it. */
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
] as const;

/** One address that others may link to. */
export interface LinkRecord {
  /** Page or section, from the root of the site. */
  address: string;
  kind: (typeof linkKinds)[number];
  /** What stands there. */
  title: string;
  /** Title of the page it is on. */
  page: string;
  /** Short link that leads there, if it has one. */
  short: string | null;
  state: 'live' | 'moved' | 'retired';
  /** Day of the last change to its file, `YYYY-MM-DD`. */
  changed: string;
}

/** Makes the record of an address that is in use. */
export type MakeRecord = (record: Omit<LinkRecord, 'short' | 'state'>) => LinkRecord;

/**
 * Gives the function that makes records.
 * @param short short links by the address that they lead to
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
