// check-course: which links of a course still work. `--help` shows its usage, README.md lists what it reads.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  bytesSource,
  checkFile,
  checkText,
  correctFile,
  fixedName,
  joinBytes,
  Trouble,
  type Check,
  type FileReport,
} from '../../src/features/check-course/index.ts';
import { filesOf, openSource, type Input } from './inputs.ts';
import { readOptions, UsageError, type Options } from './options.ts';
import { exitCode, exitCodes, jsonOf, textOf } from './print.ts';
import { IndexError, readIndex } from './site-index.ts';
import { t } from './words.ts';
import { writeCopy } from './write-copy.ts';

const unread = (name: string, error: unknown): FileReport => {
  const reason = error instanceof Error ? error.message : String(error);
  const trouble = error instanceof Trouble ? error : new Trouble('unreadable', { reason });
  return { name, lines: [], troubles: [{ trouble, inside: [] }], copies: new Map() };
};

/** Path of the corrected copy of a file. */
const targetOf = ({ file, below }: Input, out: string | undefined) =>
  out === undefined ? fixedName(file) : path.join(out, below);

/** Writes a corrected copy and reports it; what could not be corrected is added to the report. */
async function fix(input: Input, report: FileReport, check: Check, { out, json }: Options): Promise<void> {
  if (!report.lines.some(({ state }) => state === 'moved')) return;
  const { source, close } = await openSource(input.file);
  try {
    const { chunks, count } = await correctFile(input.file, source, check.index);
    const target = targetOf(input, out);
    if (count > 0) writeCopy(target, chunks);
    const tell = (text: string) => (json ? console.error : console.log)(text);
    if (count > 0) tell(t('checkCommand.wrote', { target, count }));
    const rest = count > 0 ? await checkFile(input.file, bytesSource(joinBytes(chunks)), check) : report;
    const left = rest.lines.filter(({ state }) => state === 'moved').length;
    if (left > 0) tell(`${input.file}: ${t('check.leftMoved', { count: left })}`);
  } catch (error) {
    report.troubles.push({
      trouble: error instanceof Trouble ? error : new Trouble('unreadable', { reason: String(error) }),
      inside: [],
    });
  } finally {
    await close();
  }
}

async function checkInput(input: Input, check: Check, options: Options): Promise<FileReport> {
  try {
    const { source, close } = await openSource(input.file);
    const report = await checkFile(input.file, source, check).finally(close);
    if (options.fix) await fix(input, report, check, options);
    return report;
  } catch (error) {
    return unread(input.file, error);
  }
}

async function checkAll(options: Options): Promise<number> {
  const index = await readIndex(options.base, options.also, options.since !== undefined);
  const check: Check = { index, since: options.since };
  const links = options.inputs.filter((input) => /^https?:\/\//i.test(input));
  const reports = links.length > 0 ? [await checkText(t('checkCommand.links'), links.join('\n'), check)] : [];
  for (const input of options.inputs.filter((one) => !links.includes(one)))
    for (const file of filesOf(input)) reports.push(await checkInput(file, check, options));
  console.log(options.json ? jsonOf(reports, index.day) : textOf(reports, options.quiet));
  return exitCode(reports, options.strict);
}

/** Peak memory of the process in KiB. On Linux `maxRSS` includes what the parent used, so read it from /proc. */
function peakKib(): number {
  const own = existsSync('/proc/self/status')
    ? /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    : undefined;
  return own ? Number(own) : process.resourceUsage().maxRSS;
}

/**
 * Runs the command.
 * @returns the exit code, see {@link exitCodes}
 */
export async function main(args: readonly string[]): Promise<number> {
  const started = performance.now();
  try {
    const options = readOptions(args);
    if (options.help) {
      console.log(t('checkCommand.help'));
      return 0;
    }
    const code = await checkAll(options);
    if (options.stats)
      console.error(
        t('checkCommand.stats', {
          ms: Math.round(performance.now() - started),
          cpu: Math.round((process.cpuUsage().user + process.cpuUsage().system) / 1000),
          mib: Math.round(peakKib() / 1024),
        }),
      );
    return code;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`check-course: ${error.message}\n\n${t('checkCommand.help')}`);
      return exitCodes.usage;
    }
    if (!(error instanceof IndexError)) throw error;
    console.error(`check-course: ${error.message}`);
    return exitCodes.noIndex;
  }
}
