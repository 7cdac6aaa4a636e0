import { parseArgs } from 'node:util';
import { t } from './words.ts';

/** Parsed arguments of the command. */
export interface Options {
  /** Files, folders and links. */
  inputs: string[];
  /** Copy of the site: an address, or the folder or `links.json` of a build. */
  base: string;
  /** Further base URLs at which the course refers to the site. */
  also: string[];
  /** Changes after this day are reported, `YYYY-MM-DD`. */
  since: string | undefined;
  /** Print JSON. */
  json: boolean;
  /** Leave out links that work, unless their target has changed. */
  quiet: boolean;
  /** Fail on links that work, but not permanently. */
  strict: boolean;
  /** Write corrected copies. */
  fix: boolean;
  /** Folder for the corrected copies. Default: next to each file. */
  out: string | undefined;
  /** Print time and memory. */
  stats: boolean;
  help: boolean;
}

/** An error in the arguments. */
export class UsageError extends Error {}

/**
 * Parses the command's arguments.
 * @throws a {@link UsageError} with the reason, if they are not valid
 */
export function readOptions(args: readonly string[]): Options {
  const flag = { type: 'boolean', default: false } as const;
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        base: { type: 'string', default: process.env.SITE ?? '' },
        also: { type: 'string', multiple: true, default: [] },
        since: { type: 'string' },
        out: { type: 'string' },
        json: flag,
        quiet: flag,
        strict: flag,
        fix: flag,
        stats: flag,
        help: { ...flag, short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const { values, positionals } = parsed;
  const options: Options = { ...values, since: values.since, out: values.out, inputs: positionals };
  if (!options.help) checkOptions(options);
  return options;
}

function checkOptions({ inputs, base, since, out, fix }: Options): void {
  if (inputs.length === 0) throw new UsageError(t('checkCommand.noInput'));
  if (base === '') throw new UsageError(t('checkCommand.noBase'));
  const day = since === undefined ? undefined : new Date(`${since}T00:00:00Z`);
  if (day && (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== since))
    throw new UsageError(t('checkCommand.badDay', { day: since! }));
  if (out !== undefined && !fix) throw new UsageError(t('checkCommand.outWithoutFix'));
}
