import {
  isFault,
  notesOf,
  placesWords,
  remarks,
  stateWords,
  sumWords,
  troubleWords,
  type FileReport,
  type Line,
} from '../../src/features/check-course/index.ts';
import { t } from './words.ts';

/** Results for people: one line per file, and one for each of its links. */
export function textOf(reports: readonly FileReport[], quiet: boolean): string {
  const lines = reports.flatMap((report) => {
    const shown = report.lines.filter((line) => !quiet || line.state !== 'works' || line.changes.length > 0);
    return [
      `${report.name}: ${sumWords([report], t)}`,
      ...shown.map(lineOf),
      ...notesOf(report, t).map((note) => `  ! ${note}`),
    ];
  });
  return [
    ...lines,
    ...(reports.length > 1 ? [`${t('checkCommand.total', { count: reports.length })}: ${sumWords(reports, t)}`] : []),
  ].join('\n');
}

const lineOf = (line: Line): string =>
  `  ${placesWords(line.places, t)}: ${line.url}: ${[stateWords(line, t), ...remarks(line, t)].join('. ').replace(/\.\. /g, '. ')}`;

/** Results as JSON. */
export function jsonOf(reports: readonly FileReport[], day: string): string {
  const files = reports.map(({ name, lines, troubles, copies }) => ({
    name,
    links: lines,
    troubles: troubles.map(({ trouble, inside }) => ({
      reason: trouble.reason,
      inside,
      message: troubleWords(trouble, t),
    })),
    copies: Object.fromEntries(copies),
  }));
  return JSON.stringify({ contract: 1, siteBuilt: day, files }, undefined, 2);
}

/** Exit codes, for CI. The first two add up. */
export const exitCodes = { faults: 1, unread: 2, usage: 64, noIndex: 69 } as const;

/**
 * Computes the exit code.
 * @param strict whether links that work, but not permanently, count as well
 */
export function exitCode(reports: readonly FileReport[], strict: boolean): number {
  const wrong = (line: Line) => isFault(line) || (strict && (line.state !== 'works' || line.changes.length > 0));
  const faults = reports.some(({ lines }) => lines.some(wrong)) ? exitCodes.faults : 0;
  const unread = reports.some(({ troubles }) => troubles.length > 0) ? exitCodes.unread : 0;
  return faults + unread;
}
