/**
 * Why something failed. The page has a sentence for each in `content/i18n/en.json`, as `labs.reason.<code>`, and offers the recording or "start over".
 */
export const reasons = [
  /** The browser has no WebAssembly, or the page's policy forbids it. */
  'no-webassembly',
  /** The tab may not have as much memory as a VM takes. */
  'no-memory',
  /** A file could not be fetched: no network, or the server said no (`status`). */
  'download-failed',
  /** A file ended early (`file`, `got`, `size`). */
  'download-cut',
  /** A file has the right size and is not the one that was built (`file`). */
  'wrong-hash',
  /** A saved state was made by another version of the emulator. */
  'wrong-state',
  /** No prompt within the time that a boot or a resume may take (`seconds`). */
  'no-prompt',
  /** The VM's kernel panicked (`message`). */
  'panic',
  /** A command printed nothing for `seconds`, and the VM's kernel still answers. */
  'quiet',
  /** The VM does not even answer its agent (`seconds`). */
  'hang',
  /** The terminal does not stand at a prompt. */
  'busy',
  /** There is no snapshot to go back to. */
  'no-snapshot',
  /** The emulator itself failed (`message`). */
  'emulator-failed',
  /** The machine was ended on purpose. */
  'ended',
] as const;

/** One reason. */
export type Reason = (typeof reasons)[number];

/** What a reason is about: numbers and names for the sentence, no sentence itself. */
export type ReasonDetail = Record<string, string | number>;

/** An error whose reason the page can tell in its reader's language. */
export class LabError extends Error {
  readonly reason: Reason;
  readonly detail: ReasonDetail;

  constructor(reason: Reason, detail: ReasonDetail = {}) {
    super(`${reason} ${JSON.stringify(detail)}`);
    this.name = 'LabError';
    this.reason = reason;
    this.detail = detail;
  }
}

/** Any thrown value as a `LabError`; what is none of ours is the emulator's. */
export function asLabError(thrown: unknown): LabError {
  if (thrown instanceof LabError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  // Chromium: "Array buffer allocation failed", "could not allocate memory"; Firefox: "out of memory".
  if (/out of memory|allocation failed|allocate memory/i.test(message)) return new LabError('no-memory', { message });
  return new LabError('emulator-failed', { message });
}
