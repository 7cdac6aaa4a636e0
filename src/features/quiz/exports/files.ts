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

/** For what a file is: a key of the sentences that say so. */
export type FileUse =
  'moodle' | 'gift' | 'qti12' | 'qti21' | 'apkg' | 'anki' | 'csv' | 'cartridge' | 'cartridge11' | 'links';

interface FileKind {
  use: FileUse;
  /** What it holds, for the server that sends it. */
  type: string;
  make(bank: Bank, origin: string | undefined, base: string): Uint8Array | string;
}

/** Every file of the bank, by its name below `/downloads/quiz/`. Names stay: courses link to them. */
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

/** One file, made. */
export interface QuizFile {
  name: string;
  use: FileUse;
  type: string;
  bytes: Uint8Array;
}

/** Address of a file, from the root of the site. */
export const fileAddress = (name: string) => `/downloads/quiz/${name}`;

/** Address of each file, and for what it is. */
export const quizDownloads = Object.entries(kinds).map(([name, { use }]) => ({ address: fileAddress(name), use }));

/** Names of all files. */
export const fileNames = Object.keys(kinds);

/**
 * All files, made once for each state of the content.
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
