/** Why a file could not be read, or not be corrected. Each has its sentence in `content/i18n/en.json`: `check.trouble.<reason>`. */
export type Reason =
  | 'empty'
  | 'encrypted'
  | 'truncated'
  | 'damaged'
  | 'tooBig'
  | 'bomb'
  | 'nested'
  | 'notWhatItSays'
  | 'oldOffice'
  | 'noText'
  | 'noTar'
  | 'method'
  | 'unreadable'
  | 'signed'
  | 'fixForm'
  | 'fixBig'
  | 'exists';

/** Something about one file that its reader has to know; the other files go on. */
export class Trouble extends Error {
  readonly reason: Reason;
  /** What goes into the places of the sentence. */
  readonly values: Readonly<Record<string, string | number>>;

  constructor(reason: Reason, values: Readonly<Record<string, string | number>> = {}) {
    super(`${reason} ${JSON.stringify(values)}`);
    this.name = 'Trouble';
    this.reason = reason;
    this.values = values;
  }
}
