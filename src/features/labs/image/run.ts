import { spawnSync } from 'node:child_process';

/** Options of {@link run}. */
export interface RunOptions {
  cwd?: string;
  /** Environment variables besides those of this process. */
  env?: Record<string, string>;
  /** Bytes for its standard input. */
  input?: Uint8Array;
}

/**
 * Runs a program to its end and returns its output.
 * @throws with its error output, if it fails
 */
export function run(command: string, args: string[], options: RunOptions = {}): Buffer {
  const { env, ...rest } = options;
  const result = spawnSync(command, args, {
    ...rest,
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC', ...env },
    maxBuffer: 2 ** 30,
  });
  if (result.error)
    throw new Error(`${command}: ${result.error.message}. Install it: docs/labs.md lists what the build needs.`);
  if (result.status !== 0)
    throw new Error(
      `${command} ${args.join(' ')} ended with ${result.status}:\n${result.stderr.toString().slice(-4000)}`,
    );
  return result.stdout;
}
