import { Trouble } from './trouble.ts';

const mebi = 1024 * 1024;

/** Maximum bytes of one text: a part of a package, or a plain text file. Nobody writes longer ones. */
export const textLimit = 64 * mebi;
/** Maximum bytes that all parts of one file may unpack to. */
export const totalLimit = 512 * mebi;
/** Maximum bytes of a nested document, which is held in memory while it is read. */
export const nestedLimit = 96 * mebi;
/** Maximum bytes of a PDF, which its parser holds in memory. */
export const pdfLimit = 192 * mebi;
/** Maximum depth of nested documents: a course, a package in it, a deck in that. */
export const depthLimit = 3;
/** Maximum number of parts of a package. */
export const entryLimit = 200_000;

/** Bytes that one file may still unpack to. */
export class Budget {
  left = totalLimit;

  /**
   * Subtracts from the budget.
   * @param part name of the part being unpacked, for the message
   * @throws a {@link Trouble} if the budget is exceeded
   */
  take(bytes: number, part: string): void {
    this.left -= bytes;
    if (this.left < 0) throw new Trouble('bomb', { part, limit: totalLimit / mebi });
  }
}

/** Bytes as MiB, for messages. */
export const inMebi = (bytes: number) => Math.round(bytes / mebi);
