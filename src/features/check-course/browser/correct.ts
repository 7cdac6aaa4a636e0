import { t } from 'virtual:i18n/check';
import type { AddressIndex } from '../core/address-index.ts';
import { checkFile } from '../core/check.ts';
import { correctFile } from '../core/fix.ts';
import { fixedName } from '../core/forms.ts';
import { troubleWords } from '../core/report.ts';
import { blobSource, bytesSource, joinBytes } from '../core/source.ts';
import { Trouble } from '../core/trouble.ts';

/** A corrected copy, if any link was corrected, and a message about it. */
export interface Correction {
  /** File name, and content in chunks. */
  copy?: { name: string; chunks: Uint8Array[] };
  /** Message for the reader, in their language. */
  said: string;
}

/** Corrects a copy of a file in memory; the file itself is not modified. */
export async function correct(file: File, index: AddressIndex): Promise<Correction> {
  try {
    const { chunks, count } = await correctFile(file.name, blobSource(file), index);
    const name = fixedName(file.name);
    const { lines } = await checkFile(file.name, bytesSource(joinBytes(chunks)), { index });
    const left = lines.filter(({ state }) => state === 'moved').length;
    const said = [
      ...(count > 0 ? [t('check.saved', { name, count })] : []),
      ...(left > 0 ? [t('check.leftMoved', { count: left })] : []),
    ].join(' ');
    return count > 0 ? { copy: { name, chunks }, said } : { said };
  } catch (error) {
    const trouble = error instanceof Trouble ? error : new Trouble('unreadable', { reason: String(error) });
    return { said: t('check.saveTrouble', { name: file.name, trouble: troubleWords(trouble, t) }) };
  }
}
