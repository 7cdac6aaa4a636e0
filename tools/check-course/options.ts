import { parseArgs } from 'node:util';
import { t } from './words.ts';

/** What the command is asked to do. */
export interface Options {
  /** Files, folders and links. */
  inputs: string[];
  /** The copy of the site: an address, or the folder or `links.json` of a build. */
  base: string;
  /** Further addresses at which the course knows the site. */
  also: string[];
  since: string | undefined;
  json: boolean;
  quiet: boolean;
  strict: boolean;
  fix: boolean;
  out: string | undefined;
  stats: boolean;
  help: boolean;
}

/** A mistake in how the command is called. */
export class UsageError extends Error {}

/**
 * Reads the command's arguments.
 * @throws a {@link UsageError} that says what is wrong with them
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
