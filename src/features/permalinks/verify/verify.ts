import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadData } from '#model/data.ts';
import type { Problem } from '#shared/problem.ts';
import { readLinkPages } from './parse-built-page.ts';
import { fileAt, pastRefs, withContentAt } from './history.ts';
import { parseNetlify, withRules } from '../redirects/hosts.ts';
import { checkMeanings, readMeanings } from './meaning.ts';
import { checkRecorded, checkRemoved, checkRepointed, checkResolved, checkTargets, targets } from './verify-rules.ts';
import { publicAddresses } from './published-urls.ts';
import { readLinks } from '../redirects/read.ts';
import { checkRecordForm, parseRecord, readRecord, recordFile } from './registry.ts';

/** What the proof looked at and what it found. */
export interface Proof {
  problems: Problem[];
  /** Addresses on the record. */
  recorded: number;
  /** Addresses that the build publishes. */
  built: number;
  redirects: number;
  shortLinks: number;
  /** Commits that it was compared with. */
  refs: string[];
}

/**
 * Proves that a build keeps every address that was ever published.
 * @param root the project
 * @param dist folder of the build
 * @param base sub-path that it was built for
 */
export function proveLinks(root: string, dist: string, base: string): Proof {
  const record = readRecord(root);
  const { redirects, shortLinks, problems } = readLinks(root);
  const pages = readLinkPages(dist, base);
  const built = publicAddresses(pages, loadData(root).data);
  const hosted = withRules(pages, parseNetlify(readFileSync(path.join(dist, '_redirects'), 'utf8'), base));
  const refs = pastRefs(root);
  return {
    problems: [
      ...problems,
      ...checkRecordForm(record),
      ...refs.flatMap((ref) => checkRemoved(record, parseRecord(fileAt(root, ref, recordFile) ?? ''), ref)),
      ...checkRecorded(built, record),
      ...checkResolved(record, pages, 'pages of the build'),
      ...checkResolved(record, hosted, '_redirects'),
      ...checkTargets(redirects, shortLinks, pages, 'pages of the build'),
      ...checkTargets(redirects, shortLinks, hosted, '_redirects'),
      ...refs.flatMap((ref) => sameMeaning(root, ref)),
    ],
    recorded: record.length,
    built: built.length,
    redirects: redirects.length,
    shortLinks: shortLinks.length,
    refs,
  };
}

/** Whether what was published at a commit still means the same. */
function sameMeaning(root: string, ref: string): Problem[] {
  const now = readLinks(root);
  const here = readMeanings(root);
  return (
    withContentAt(root, ref, (folder) => {
      const before = readLinks(folder);
      return [
        ...checkRepointed(targets(before.redirects, before.shortLinks), targets(now.redirects, now.shortLinks)),
        ...checkMeanings(readMeanings(folder), here),
      ];
    }) ?? []
  );
}
