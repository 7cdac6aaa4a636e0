import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  addressIndex,
  parseLinks,
  type AddressIndex,
  type ChangesFeed,
} from '../../src/features/check-course/index.ts';
import { t } from './words.ts';

/** The list of addresses is not available. */
export class IndexError extends Error {}

const isUrl = (text: string) => /^https?:\/\//i.test(text);
/** Maximum size of a list of addresses, in characters: a hundred times its actual size. */
const most = 64 * 1024 * 1024;

async function fetchText(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch((error: unknown) => {
    const { cause, message } = error as Error;
    throw new IndexError(t('checkCommand.noAnswer', { url, reason: cause instanceof Error ? cause.message : message }));
  });
  if (!answer.ok) throw new IndexError(t('checkCommand.noAnswer', { url, reason: `HTTP ${answer.status}` }));
  const text = await answer.text();
  if (text.length > most) throw new IndexError(t('checkCommand.tooLong', { url, count: text.length, most }));
  return text;
}

/** Reads a file of the site: from a disk, next to `links.json`, or below the address. */
async function read(base: string, name: string): Promise<{ text: string; from: string }> {
  if (isUrl(base)) {
    const from = `${base.replace(/\/(?:links\.json)?$/, '')}/${name}`;
    return { text: await fetchText(from), from };
  }
  const folder = existsSync(base) && statSync(base).isFile() ? path.dirname(base) : base;
  const from = name === 'links.json' && folder !== base ? base : path.join(folder, name);
  if (!existsSync(from)) throw new IndexError(t('checkCommand.noFile', { file: from }));
  return { text: readFileSync(from, 'utf8'), from };
}

/**
 * Reads the addresses of a copy of the site and its feed of changes.
 * @param base its address, or the folder or the `links.json` of a build
 * @param also further base URLs at which a course refers to the site
 * @throws an {@link IndexError} if there is no such list
 */
export async function readIndex(base: string, also: readonly string[], wantsChanges: boolean): Promise<AddressIndex> {
  const { text, from } = await read(base, 'links.json');
  let links;
  try {
    links = parseLinks(text);
  } catch (error) {
    throw new IndexError(t('checkCommand.noList', { url: from, reason: (error as Error).message }));
  }
  let feed: ChangesFeed | undefined;
  if (wantsChanges) {
    const changes = await read(base, 'changes.json');
    try {
      feed = JSON.parse(changes.text) as ChangesFeed;
    } catch (error) {
      throw new IndexError(t('checkCommand.noList', { url: changes.from, reason: (error as Error).message }));
    }
  }
  return addressIndex(links, feed, [...(isUrl(base) ? [base.replace(/\/(?:links\.json)?$/, '')] : []), ...also]);
}
