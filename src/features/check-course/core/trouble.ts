/** Why a file could not be read or corrected. Each has a message in `content/i18n/en.json`: `check.trouble.<reason>`. */
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

/** A problem with one file that the user has to know about; other files are still checked. */
export class Trouble extends Error {
  readonly reason: Reason;
  /** Values for the placeholders of the message. */
  readonly values: Readonly<Record<string, string | number>>;

  constructor(reason: Reason, values: Readonly<Record<string, string | number>> = {}) {
    super(`${reason} ${JSON.stringify(values)}`);
    this.name = 'Trouble';
    this.reason = reason;
    this.values = values;
  }
}
