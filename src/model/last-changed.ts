import { execFileSync } from 'node:child_process';
import { buildDay } from '#shared/build-date.ts';
import { collectionNames, describeCollection } from './collections.ts';
import { dataFile } from './data.ts';

let dates: Map<string, string> | undefined;

/** Day of the last commit to each content file, from a single `git log`. */
function lastChanges(): Map<string, string> {
  const found = new Map<string, string>();
  try {
    const log = execFileSync('git', ['log', '--format=@%cs', '--name-only', '--', 'content'], {
      encoding: 'utf8',
      maxBuffer: 64e6,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let day = '';
    for (const line of log.split('\n')) {
      if (line.startsWith('@')) day = line.slice(1);
      else if (line && !found.has(line)) found.set(line, day);
    }
  } catch {
    // No Git history, as in a source archive: every page counts as changed on the day of the build.
  }
  return found;
}

/** Day on which a content file last changed, `YYYY-MM-DD`. */
export function lastChanged(file: string): string {
  dates ??= lastChanges();
  return dates.get(file) ?? buildDay();
}

/**
 * Day on which the content of a page last changed, `YYYY-MM-DD`. For a page that lists a collection, the collection's file counts too.
 * @param address address of the page
 * @param file path of the page's source, below `content/`
 */
export const pageChanged = (address: string, file: string): string =>
  collectionNames
    .filter((name) => describeCollection(name).page === address)
    .map((name) => lastChanged(dataFile(name)))
    .reduce((latest, day) => (day > latest ? day : latest), lastChanged(file));
