/** Reasons for failures. The page has a message for each in `content/i18n/en.json`, as `labs.reason.<code>`, and offers the recording or "start over". */
export const reasons = [
  /** The browser has no WebAssembly, or the page's policy forbids it. */
  'no-webassembly',
  /** The tab cannot get as much memory as a VM needs. */
  'no-memory',
  /** A file could not be fetched: no network, or an HTTP error (`status`). */
  'download-failed',
  /** A file ended early (`file`, `got`, `size`). */
  'download-cut',
  /** A file has the right size but not the content that was built (`file`). */
  'wrong-hash',
  /** A saved state was made by another version of the emulator. */
  'wrong-state',
  /** No prompt within the time limit of a boot or a resume (`seconds`). */
  'no-prompt',
  /** The VM's kernel panicked (`message`). */
  'panic',
  /** A command printed nothing for `seconds`, but the VM's kernel still responds. */
  'quiet',
  /** Not even the VM's agent responds (`seconds`). */
  'hang',
  /** The terminal is not at a prompt. */
  'busy',
  /** There is no snapshot to go back to. */
  'no-snapshot',
  /** The emulator itself failed (`message`). */
  'emulator-failed',
  /** The machine was ended deliberately. */
  'ended',
] as const;

/** One reason. */
export type Reason = (typeof reasons)[number];

/** Values for the message of a reason: numbers and names. */
export type ReasonDetail = Record<string, string | number>;

/** An error with a reason that the page can word in its reader's language. */
export class LabError extends Error {
  readonly reason: Reason;
  /** Values for the message of the reason. */
  readonly detail: ReasonDetail;

  constructor(reason: Reason, detail: ReasonDetail = {}) {
    super(`${reason} ${JSON.stringify(detail)}`);
    this.name = 'LabError';
    this.reason = reason;
    this.detail = detail;
  }
}

/** Converts any thrown value to a `LabError`; an unknown error is attributed to the emulator. */
export function asLabError(thrown: unknown): LabError {
  if (thrown instanceof LabError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  // Chromium: "Array buffer allocation failed", "could not allocate memory"; Firefox: "out of memory".
  if (/out of memory|allocation failed|allocate memory/i.test(message)) return new LabError('no-memory', { message });
  return new LabError('emulator-failed', { message });
}
