import { Trouble } from './trouble.ts';

const mebi = 1024 * 1024;

/** What one text may hold: a part of a package, or a file of plain text. Longer ones are not written by people. */
export const textLimit = 64 * mebi;
/** What all parts of one file may hold that have to be unpacked. */
export const totalLimit = 512 * mebi;
/** A document inside of another is held in memory while it is read. */
export const nestedLimit = 96 * mebi;
/** What a reader of PDF has to hold in memory. */
export const pdfLimit = 192 * mebi;
/** Documents inside of documents: a course, a package in it, a deck in that. */
export const depthLimit = 3;
/** Parts of one package. */
export const entryLimit = 200_000;

/** What is left of what one file may unpack to. */
export class Budget {
  left = totalLimit;

  /**
   * Takes from what is left.
   * @param part what is being unpacked, for the message
   */
  take(bytes: number, part: string): void {
    this.left -= bytes;
    if (this.left < 0) throw new Trouble('bomb', { part, limit: totalLimit / mebi });
  }
}

/** A limit in MiB, for messages. */
export const inMebi = (bytes: number) => Math.round(bytes / mebi);
