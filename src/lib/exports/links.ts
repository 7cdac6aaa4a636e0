import type { Site } from '../content/site.ts';
import { lastChanged } from './changed.ts';
import { words } from './model.ts';
import { listedOn } from '../content/anchors.ts';
import { plainText } from '../inline.ts';
import type { Redirect } from '../../schemas/redirect.ts';
import type { CollectionName } from '../../schemas/index.ts';

/** One address that others may link to. */
export interface LinkRecord {
  /** Page or section, from the root of the site. */
  address: string;
  kind:
    | 'page'
    | 'section'
    | 'term'
    | 'question'
    | 'misconception'
    | 'symptom'
    | 'number'
    | 'source'
    | 'contradiction'
    | 'event'
    | 'change';
  /** What stands there. */
  title: string;
  /** Title of the page it is on. */
  page: string;
  /** Short link that leads there, if it has one. */
  short: string | null;
  state: 'live' | 'moved' | 'retired';
  /** Day of the last change to its file, `YYYY-MM-DD`. */
  changed: string;
}

const kinds: Record<string, LinkRecord['kind']> = {
  glossary: 'term',
  questions: 'question',
  misconceptions: 'misconception',
  symptoms: 'symptom',
  numbers: 'number',
  sources: 'source',
  contradictions: 'contradiction',
  history: 'event',
  changes: 'change',
};

/** The first of an entry's fields that names it. */
function titleOf(entry: object): string {
  const fields = ['term', 'question', 'claim', 'message', 'topic', 'event', 'title', 'what'] as const;
  const named = entry as Partial<Record<(typeof fields)[number], string>>;
  return plainText(fields.map((field) => named[field]).find(Boolean) ?? '');
}

/** Old addresses, which still work: where each leads now, or that it is retired. */
const oldRecords = (redirects: readonly Redirect[]): LinkRecord[] =>
  redirects.map(({ from, to, since }) => ({
    address: from,
    kind: from.includes('#') ? 'section' : 'page',
    title: to ? `Moved to ${to}` : 'Retired',
    page: to ?? from,
    short: null,
    state: to ? 'moved' : 'retired',
    changed: since,
  }));

/**
 * Every address of the site, sorted.
 * @param short short links by the address that they lead to
 * @param redirects addresses that moved or retired
 */
export function linkRecords(
  site: Site,
  short: ReadonlyMap<string, string> = new Map(),
  redirects: readonly Redirect[] = [],
): LinkRecord[] {
  const record = (
    address: string,
    kind: LinkRecord['kind'],
    title: string,
    page: string,
    file: string,
  ): LinkRecord => ({
    address,
    kind,
    title,
    page,
    short: short.get(address) ?? null,
    state: 'live',
    changed: lastChanged(file),
  });
  const pages = site.pages.flatMap((page) => {
    const { title } = words(page);
    const sections = page.headings.flatMap(({ id, text }) =>
      id ? [record(`${page.address}#${id}`, 'section', plainText(text), title, page.file)] : [],
    );
    return [record(page.address, 'page', title, title, page.file), ...sections];
  });
  const entries = Object.entries(listedOn).flatMap(([name, address]) => {
    const home = site.pages.find((page) => page.address === address);
    if (!home) return [];
    return site.data[name as CollectionName].map((entry) =>
      record(`${address}#${entry.id}`, kinds[name]!, titleOf(entry), words(home).title, `content/data/${name}.yml`),
    );
  });
  return [...pages, ...entries, ...oldRecords(redirects)].sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** JSON Schema of `/links.json`. */
export const linksSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Every address of the site',
  type: 'object',
  required: ['contract', 'generated', 'base', 'links'],
  additionalProperties: false,
  properties: {
    contract: { const: 1, description: 'Version of this form; fields are only added within a version.' },
    generated: { type: 'string', format: 'date', description: 'Day that the build counts as today.' },
    base: { type: 'string', description: 'What stands before each address.' },
    links: {
      type: 'array',
      items: {
        type: 'object',
        required: ['address', 'kind', 'title', 'page', 'short', 'state', 'changed'],
        additionalProperties: false,
        properties: {
          address: { type: 'string', pattern: '^/([a-z0-9-]+/)*(#[a-z0-9-]+)?$' },
          kind: {
            enum: [
              'page',
              'section',
              'term',
              'question',
              'misconception',
              'symptom',
              'number',
              'source',
              'contradiction',
              'event',
              'change',
            ],
          },
          title: { type: 'string', minLength: 1 },
          page: { type: 'string', minLength: 1 },
          short: { type: ['string', 'null'] },
          state: { enum: ['live', 'moved', 'retired'] },
          changed: { type: 'string', format: 'date' },
        },
      },
    },
  },
} as const;
