import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync, closeSync } from 'node:fs';
import path from 'node:path';

/** A part of a run: an npm script and its arguments. */
export interface Part {
  script: string;
  args?: readonly string[];
}

/** Options of {@link runLanes}. */
export interface LaneOptions {
  /** Folder for the output of each part, which is also there if the run is stopped from outside. */
  logs: string;
  /** Program and arguments that run a part. Default: its npm script. */
  commandOf?: (part: Part) => readonly [program: string, ...args: string[]];
  /** Prints a text. Default: to stdout. */
  print?: (text: string) => void;
  /** Stops all parts when it is aborted. */
  signal?: AbortSignal;
}

const npmScript = ({ script, args = [] }: Part) =>
  ['npm', 'run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])] as const;

/**
 * Runs lanes beside each other, and the parts of a lane one after the other. The output of a part is printed in one piece when it ends, so that the
 * outputs of two parts are never mixed.
 * @throws after the first part that fails; the other parts are stopped, with every process that they started, and none is begun any more
 */
export async function runLanes(lanes: readonly (readonly Part[])[], options: LaneOptions): Promise<void> {
  const { logs, commandOf = npmScript, print = (text) => void process.stdout.write(text), signal: abort } = options;
  mkdirSync(logs, { recursive: true });
  const running = new Set<ChildProcess>();
  let stopped = false;

  async function runPart(part: Part): Promise<void> {
    const name = [part.script, ...(part.args ?? [])].join(' ');
    const log = path.join(logs, `${part.script.replaceAll(':', '-')}.log`);
    const started = performance.now();
    const output = openSync(log, 'w');
    const [program, ...args] = commandOf(part);
    // A process group of its own, so that a signal reaches all that it starts. A failure to start is an error of the process.
    const child = spawn(program, args, { stdio: ['ignore', output, output], detached: true });
    running.add(child);
    print(`${name} starts\n`);
    const [code, signal] = (await once(child, 'exit').finally(() => {
      running.delete(child);
      closeSync(output);
    })) as [number | null, NodeJS.Signals | null];
    // What was stopped because another part failed has nothing to tell.
    if (stopped) return;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const how = signal ?? `exit ${code}`;
    print(`\n== ${name}: ${code === 0 ? 'ok' : `FAILED, ${how}`}, ${seconds} s\n${readFileSync(log, 'utf8')}\n`);
    if (code !== 0) throw new Error(`${name} failed (${how}), so what had not ended was stopped.`);
  }

  async function runLane(parts: readonly Part[]): Promise<void> {
    for (const part of parts) {
      if (stopped) return;
      await runPart(part);
    }
  }

  const stop = async () => {
    stopped = true;
    await Promise.all([...running].map(endGroup));
  };
  const aborted = new Promise<never>((_, reject) =>
    abort?.addEventListener('abort', () => reject(new Error('Stopped from outside.')), { once: true }),
  );
  try {
    await Promise.race([Promise.all(lanes.map(runLane)), aborted]);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Ends a process and all that it started: asks first, so that they remove what they made, and insists after ten seconds. */
async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  const insist = setTimeout(() => signalGroup(child, 'SIGKILL'), 10_000);
  signalGroup(child, 'SIGTERM');
  await gone;
  clearTimeout(insist);
  // The first process of the group may end before the others.
  signalGroup(child, 'SIGKILL');
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // Nobody is left in it.
  }
}
