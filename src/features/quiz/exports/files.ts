import { strToU8 } from 'fflate';
import { onceRead } from '#model/once-read.ts';
import { ankiFile } from './anki.ts';
import { apkgFile } from './apkg.ts';
import { quizBank, type Bank } from './bank.ts';
import { cartridgeFile } from './cartridge.ts';
import { csvFile } from './csv.ts';
import { giftFile } from './gift.ts';
import { moodleFile } from './moodle.ts';
import { qti12File } from './qti12.ts';
import { qti21File } from './qti21.ts';

/** What a file is for; key of the interface string that says so. */
export type FileUse =
  'moodle' | 'gift' | 'qti12' | 'qti21' | 'apkg' | 'anki' | 'csv' | 'cartridge' | 'cartridge11' | 'links';

interface FileKind {
  /** What the file is for. */
  use: FileUse;
  /** Media type. */
  type: string;
  /**
   * Generates the file.
   * @param origin scheme and host that the site is built for
   * @param base its sub-path
   */
  make(bank: Bank, origin: string | undefined, base: string): Uint8Array | string;
}

/** Every export of the bank, by file name below `/downloads/quiz/`. Names must not change, because courses link to them. */
const kinds: Readonly<Record<string, FileKind>> = {
  'quiz.moodle.xml': { use: 'moodle', type: 'application/xml', make: moodleFile },
  'quiz.gift.txt': { use: 'gift', type: 'text/plain; charset=utf-8', make: giftFile },
  'quiz.qti12.zip': { use: 'qti12', type: 'application/zip', make: qti12File },
  'quiz.qti21.zip': { use: 'qti21', type: 'application/zip', make: qti21File },
  'quiz.apkg': { use: 'apkg', type: 'application/octet-stream', make: (bank) => apkgFile(bank) },
  'quiz.anki.txt': { use: 'anki', type: 'text/plain; charset=utf-8', make: ankiFile },
  'quiz.csv': { use: 'csv', type: 'text/csv; charset=utf-8', make: csvFile },
  'containers-vs-vms.imscc': {
    use: 'cartridge',
    type: 'application/zip',
    make: (bank, origin, base) => cartridgeFile('full', bank, origin, base),
  },
  'containers-vs-vms-cc11.imscc': {
    use: 'cartridge11',
    type: 'application/zip',
    make: (bank, origin, base) => cartridgeFile('moodle', bank, origin, base),
  },
  'containers-vs-vms-links.imscc': {
    use: 'links',
    type: 'application/zip',
    make: (bank, origin, base) => cartridgeFile('thin', bank, origin, base),
  },
};

/** A generated export. */
export interface QuizFile {
  /** File name below `/downloads/quiz/`. */
  name: string;
  use: FileUse;
  /** Media type. */
  type: string;
  bytes: Uint8Array;
}

/** Address of an export, relative to the root of the site. */
export const fileAddress = (name: string) => `/downloads/quiz/${name}`;

/** Address and purpose of each export. */
export const quizDownloads = Object.entries(kinds).map(([name, { use }]) => ({ address: fileAddress(name), use }));

/** Names of all exports. */
export const fileNames = Object.keys(kinds);

/**
 * All exports, cached until the content changes.
 * @param origin scheme and host that the site is built for
 * @param base its sub-path
 */
export const quizFiles = (origin: string | undefined, base: string): readonly QuizFile[] =>
  onceRead(`quiz files ${origin ?? ''} ${base}`, () => {
    const bank = quizBank(origin, base);
    return Object.entries(kinds).map(([name, { use, type, make }]) => {
      const made = make(bank, origin, base);
      return { name, use, type, bytes: typeof made === 'string' ? strToU8(made) : made };
    });
  });
