import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import {
  blocksFile,
  commandsRun,
  holdBlock,
  labBlocksFile,
  loadBlocks,
  type LoadedBlock,
  type RecordedBlock,
} from '#features/commands/index.ts';
import { formatProblems, type Problem } from '#shared/problem.ts';
import { buildDisk, release, requireTools } from './disk.ts';
import { cleaningLines } from './leftovers.ts';
import { CommandMachine, type Disk } from './machine.ts';

/** Result of running a block: its recorded output, and how it differs from what was expected. */
export interface RunBlock {
  loaded: LoadedBlock;
  recorded: RecordedBlock;
  faults: Problem[];
  /** Whether a command did not respond, so that no block after it was run. */
  hung: boolean;
}

/** Programs whose versions a recording names: how its commands show that they are used, and their package. */
const programs: [name: string, shows: RegExp, from: string][] = [
  ['Docker Engine', /\bdocker /, 'docker.io'],
  ['Podman', /\bpodman\b/, 'podman'],
  ['gVisor', /\brunsc\b/, 'runsc'],
  ['runc', /\brunc (?:spec|run)/, 'runc'],
  ['QEMU', /\bqemu-/, 'qemu-utils'],
];

/** A version without Debian's additions. */
const upstream = (version: string) => version.replace(/^\d+:|^0\.0~/g, '').replace(/[+~-].*$/, '');

/** The blocks of pages and, with `labs`, those of labs too, which readers may run with either engine. */
function blocksOf(root: string, labs: boolean): LoadedBlock[] {
  const [pages, ofLabs] = [blocksFile, labBlocksFile].map((file) => loadBlocks(root, file)) as [Loaded, Loaded];
  const problems = [...pages.problems, ...ofLabs.problems];
  if (problems.length > 0) throw new Error(formatProblems(problems));
  return [...pages.blocks, ...(labs ? [...ofLabs.blocks, ...ofLabs.blocks.map(withPodman)] : [])];
}
type Loaded = ReturnType<typeof loadBlocks>;

/**
 * The block of a lab as typed by a reader with Podman instead of Docker. It runs as root, as Docker Engine does: without root, limits need a session
 * of systemd, and containers have no bridge. Leaves out commands that use Podman already.
 */
function withPodman({ block, ...where }: LoadedBlock): LoadedBlock {
  const typed = (text: string) => text.replace(/\bdocker(?= )/g, 'podman').replace(/\bdocker0\b/g, 'podman0');
  const commands = block.commands
    ?.filter(({ run }) => !run.startsWith('podman '))
    .map(({ run, instead, expect, not, ...command }) => ({
      ...command,
      run: typed(run),
      ...(instead === undefined ? {} : { instead: typed(instead) }),
      expect: expect.map(typed),
      not: not.map(typed),
    }));
  return { block: { ...block, id: `${block.id}-podman`, as: 'root', commands }, ...where };
}

/** Runs all blocks that can be run, or those that are named, in several VMs in parallel. */
export async function runBlocks(root: string, ids: readonly string[], labs = false): Promise<RunBlock[]> {
  const blocks = blocksOf(root, labs);
  const run = blocks.filter(({ block }) => commandsRun(block).length > 0);
  const unknown = ids.filter((id) => !run.some(({ block }) => block.id === id));
  if (unknown.length > 0)
    throw new Error(
      `There is no block "${unknown.join('", "')}" that is run; there are ${run.map(({ block }) => block.id).join(', ')}.`,
    );
  requireTools();
  const disk = await buildDisk(path.join(tmpdir(), 'commands-vm'));
  const wanted = run.filter(({ block }) => ids.length === 0 || ids.includes(block.id));
  const results = new Map<LoadedBlock, RunBlock>();
  const left = [...wanted];
  // A VM has one processor, and more than two VMs would need more memory than a small machine has.
  const machines = Math.min(2, availableParallelism(), wanted.length);
  await Promise.all(Array.from({ length: machines }, () => runLeft(disk, left, results)));
  return wanted.flatMap((loaded) => results.get(loaded) ?? []);
}

/** Runs blocks as long as any are left, each in a new shell of one VM. */
async function runLeft(disk: Disk, left: LoadedBlock[], results: Map<LoadedBlock, RunBlock>): Promise<void> {
  const machine = await CommandMachine.start(disk);
  try {
    for (let next = left.shift(); next; next = left.shift()) {
      const result = await runBlock(machine, next, disk.versions);
      results.set(next, result);
      // A VM that does not respond is gone, so the remaining blocks are not run.
      if (result.hung) left.length = 0;
    }
  } finally {
    await machine.stop();
  }
}

async function runBlock(
  machine: CommandMachine,
  loaded: LoadedBlock,
  packages: Record<string, string>,
): Promise<RunBlock> {
  const { block, file, line } = loaded;
  const started = Date.now();
  const commands = commandsRun(block);
  const seen: RecordedBlock['commands'] = [];
  const told = (problem: string) => ({
    file,
    line,
    problem: `block ${block.id}: ${problem}`,
    fix: 'Find out which is right, what the page says or what was printed.',
  });
  const text = [block.before, ...commands.map(({ run }) => run)].join('\n');
  let silence: string | undefined;
  try {
    await machine.enter(block.as);
    if (block.before !== undefined) {
      const { output, exit } = await machine.line(block.before);
      if (exit !== 0) throw new Error(`"${block.before}", which comes before it, ended with ${exit}: ${output}`);
    }
    for (const { run, instead } of commands)
      seen.push({ run, ...(instead === undefined ? {} : { instead }), ...(await machine.line(instead ?? run)) });
    await machine.leave();
    for (const cleaning of cleaningLines(text)) await machine.line(cleaning);
  } catch (error) {
    silence = (error as Error).message;
  }
  const versions = { Debian: release.number, Linux: kernelOf(packages) };
  for (const [name, shows, of] of programs)
    if (shows.test(text)) Object.assign(versions, { [name]: upstream(packages[of]!) });
  const faults = silence === undefined ? holdBlock(commands, seen) : [silence];
  const wrong = faults.length === 0 ? '' : `, ${faults.length} not as promised`;
  console.log(`${block.id}: ${commands.length} commands in ${((Date.now() - started) / 1000).toFixed(1)} s${wrong}`);
  return {
    loaded,
    recorded: { recorded: new Date().toISOString().slice(0, 10), versions, commands: seen },
    faults: faults.map(told),
    hung: silence !== undefined,
  };
}

const kernelOf = (packages: Record<string, string>) =>
  Object.keys(packages)
    .find((name) => /^linux-image-\d/.test(name))!
    .replace('linux-image-', '');
