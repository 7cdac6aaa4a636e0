import { t } from 'virtual:i18n/check';
import type { AddressIndex } from '../core/address-index.ts';
import { checkFile, checkText, type Check, type FileReport } from '../core/check.ts';
import { isCourseFile, isFixed } from '../core/forms.ts';
import { blobSource } from '../core/source.ts';
import { show } from './show.ts';

let known: Promise<AddressIndex> | undefined;

/** Loads the address index: embedded in the page in the offline copy, otherwise from the site. */
async function loadIndex({ dataset }: HTMLElement): Promise<AddressIndex> {
  const inPage = document.querySelector('script[data-offline-block]')?.textContent;
  if (inPage) return JSON.parse(inPage) as AddressIndex;
  const answer = await fetch(dataset.offlineData!);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as AddressIndex;
}

/** Returns the index, extended by the base addresses at which this reader reaches the site. */
async function indexFor(place: HTMLElement, also: string): Promise<AddressIndex> {
  known ??= loadIndex(place);
  const index = await known.catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  const here = location.protocol === 'file:' ? [] : [location.origin + place.dataset.root!];
  const more = [...here, ...also.split(/[\s,]+/).filter((one) => /^https?:\/\/./i.test(one))];
  return { ...index, bases: [...new Set([...index.bases, ...more.map((base) => base.replace(/\/+$/, ''))])] };
}

const nameOf = ({ webkitRelativePath, name }: File) => webkitRelativePath || name;
/** Of a folder, only files that may contain links; a file chosen individually is read whatever its name. */
const isWanted = ({ webkitRelativePath, name }: File) => !webkitRelativePath || (isCourseFile(name) && !isFixed(name));

let running = 0;

/**
 * Checks the form's input and shows the result. A new run cancels a running one.
 * @param files chosen or dropped files
 */
export async function run(place: HTMLElement, files: readonly File[]): Promise<void> {
  const own = (running += 1);
  const value = (name: string) => place.querySelector<HTMLInputElement>(`[data-check-${name}]`)!.value.trim();
  const say = (text: string) => void (place.querySelector('[data-check-sum]')!.textContent = text);
  const wanted = files.filter(isWanted);
  if (wanted.length === 0 && !value('links')) return say(t('check.nothing'));
  let check: Check;
  try {
    check = { index: await indexFor(place, value('also')), since: value('since') || undefined };
  } catch {
    return say(t('check.noIndex'));
  }
  const reports: FileReport[] = value('links') ? [await checkText(t('check.pasted'), value('links'), check)] : [];
  const checked = new Map<FileReport, File>();
  for (const file of wanted) {
    say(t('check.reading', { name: nameOf(file) }));
    const report = await checkFile(nameOf(file), blobSource(file), check);
    if (own !== running) return;
    reports.push(report);
    checked.set(report, file);
  }
  show(place, reports, checked, check);
}
