import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { knownEntries, type Known } from './entries.ts';
import type { Data } from '#model/collections.ts';
import { askedFile } from '#model/asked.ts';
import type { Kind, Section } from '../format.ts';
import { t } from '#model/i18n.ts';
import { readSections } from './sections.ts';

/**
 * Reads the sections of every page of a built site, in the order of addresses.
 * @param dist folder of the built site
 * @param data data of the content, which names the entries and says where they lead
 * @param asked what people ask, by the address of the section that answers
 * @throws if something is asked where there is no section
 */
export function readSite(dist: string, data: Data, asked: ReadonlyMap<string, string[]> = new Map()): Section[] {
  const known = knownEntries(data);
  const sections = globSync('**/index.html', { cwd: dist })
    .map((file) => file.split(path.sep).join('/'))
    .sort()
    .flatMap((file) => {
      const page = `/${file.replace(/index\.html$/, '')}`;
      const read = readSections(readFileSync(path.join(dist, file), 'utf8'));
      return (read?.sections ?? []).map((section): Section => {
        const plain: Known = { kind: section.id ? 'section' : 'page', names: [], to: [] };
        const entry = known.get(`${page}#${section.id}`) ?? plain;
        return {
          page,
          title: read!.title,
          ...section,
          ...entry,
          text: answerFirst(section.text, entry.kind),
          asked: asked.get(addressOf(page, section.id)) ?? [],
        };
      });
    });
  requireAnswers(asked, new Set(sections.map(({ page, id }) => addressOf(page, id))));
  return sections;
}

const addressOf = (page: string, id: string) => (id ? `${page}#${id}` : page);

/** Label that precedes the answer of an entry, if something comes before it. */
const answerLabels: Partial<Record<Kind, string>> = {
  symptom: t('symptom.meaning'),
  misconception: t('misconception.truth'),
};

/** The text of an entry with its answer first, because results quote the beginning. */
function answerFirst(text: string, kind: Kind): string {
  const label = answerLabels[kind];
  const at = label ? text.indexOf(label) : -1;
  return at < 0 ? text : `${text.slice(at + label!.length).trim()} ${text.slice(0, at)}`.trim();
}

/**
 * Checks that every address at which something is asked is a section of the site.
 * @param known addresses of all sections
 * @throws with the addresses that are not
 */
export function requireAnswers(asked: ReadonlyMap<string, unknown>, known: ReadonlySet<string>): void {
  const missing = [...asked.keys()].filter((address) => !known.has(address));
  if (missing.length > 0)
    throw new Error(
      `${askedFile}: no section answers at ${missing.join(', ')}. Correct the address, or delete what is asked there.`,
    );
}
