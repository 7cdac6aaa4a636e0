import { parseArgs } from 'node:util';

/** Arguments of a command, apart from each other. */
export interface CommandArguments {
  /** Names of the options given, without their hyphens. */
  options: ReadonlySet<string>;
  /** The other arguments, in order. */
  words: readonly string[];
}

/**
 * Parses arguments.
 * @param options names of the options that the command has, without hyphens; none takes a value
 * @param most number of other arguments that it takes
 * @throws if an option is unknown or there are too many arguments, with the reason
 */
export function parseArguments(args: readonly string[], options: readonly string[], most: number): CommandArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: Object.fromEntries(options.map((name) => [name, { type: 'boolean' as const }])),
  });
  if (positionals.length > most) throw new Error(`Unexpected argument '${positionals[most]}'.`);
  return { options: new Set(Object.keys(values)), words: positionals };
}

/** Ends the process with the reason, the usage, and the exit status 64, which is EX_USAGE of sysexits.h. */
export function refuseArguments(reason: string, usage: string): never {
  console.error(`${reason}\nUsage: ${usage}`);
  process.exit(64);
}

/**
 * The arguments of this process, which ends with the usage if they are wrong: a mistyped option would otherwise be taken for none.
 * @param usage how the command is called, such as `npm run offline [-- build [zip]]`
 */
export function commandArguments(usage: string, options: readonly string[] = [], most = 0): CommandArguments {
  try {
    return parseArguments(process.argv.slice(2), options, most);
  } catch (error) {
    return refuseArguments((error as Error).message, usage);
  }
}
