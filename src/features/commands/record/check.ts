import { judge, labCommands, wordFault, type Captures } from '#features/labs/index.ts';
import type { Site } from '#model/load.ts';
import type { Problem } from '#shared/problem.ts';
import { didYouMean } from '#shared/suggest.ts';
import { fencesOf, type Fence } from '../form/fences.ts';
import { blocksFile, labBlocksFile, loadBlocks, type LoadedBlock } from '../form/load.ts';
import type { Command } from '../form/schema.ts';
import { readRecording, recordingFile, type RecordedBlock } from './recording.ts';

/** Commands of a block that are run, in order. */
export const commandsRun = ({ commands = [] }: LoadedBlock['block']): Command[] =>
  commands.filter(({ notRun }) => notRun === undefined);

/**
 * Compares a block's recorded output with its expectations, command by command in the order in which they ran.
 * @returns one sentence per failure: the command, what was expected and what was printed
 */
export function holdBlock(commands: readonly Command[], seen: RecordedBlock['commands']): string[] {
  let captures: Captures = {};
  return commands.flatMap((command, index) => {
    const { output, exit } = seen[index]!;
    const verdict = judge({ ...command, ends: 'prompt' }, { output, exit, ended: 'prompt' }, captures);
    captures = verdict.captures;
    return verdict.faults.map((fault) => `"${command.instead ?? command.run}": ${wordFault(fault)}`);
  });
}

/** Checks the commands that pages ask readers to run, and their recordings. Runs nothing. */
export function checkCommands(root: string, { pages }: Site): Problem[] {
  const { blocks, problems } = loadBlocks(root);
  const recording = readRecording(root);
  if (typeof recording === 'string')
    problems.push({ file: recordingFile, problem: recording, fix: 'Run npm run commands:record.' });
  const known = new Map(blocks.map((loaded) => [loaded.block.id, loaded]));
  const shown = new Set<string>();
  for (const page of pages)
    for (const fence of fencesOf(page)) {
      const add = (problem: string, fix: string) => problems.push({ file: page.file, line: fence.line, problem, fix });
      const { recorded: id } = fence;
      if (id === undefined) {
        add(
          'nothing says what these commands print',
          `Write <Recorded id="…" /> right below the block, and the block in ${blocksFile}.`,
        );
        continue;
      }
      const loaded = known.get(id);
      if (!loaded) add(`there is no block "${id}" of commands`, didYouMean(id, known.keys()));
      else if (shown.has(id)) add(`the block "${id}" stands twice`, 'Give each its own id.');
      else problems.push(...holdPage(fence, loaded), ...holdRecording(loaded, recording));
      shown.add(id);
    }
  for (const { block, line } of blocks)
    if (!shown.has(block.id))
      problems.push({ file: blocksFile, line, problem: `block ${block.id}: no page shows it`, fix: 'Delete it.' });
  return [...problems, ...checkLabCommands(root)];
}

/** Checks that the commands next to the steps of every lab are those that are run. */
function checkLabCommands(root: string): Problem[] {
  const { blocks, problems } = loadBlocks(root, labBlocksFile);
  const labs = labCommands(root);
  for (const loaded of blocks) {
    const commands = labs.get(loaded.block.id);
    if (!commands)
      problems.push(told(loaded, 'there is no such lab with commands', didYouMean(loaded.block.id, labs.keys())));
    else
      problems.push(...holdCommands(commands, loaded, `the lab`, 'Make both the same, and run npm run commands:run.'));
  }
  for (const [id, commands] of labs)
    if (!blocks.some(({ block }) => block.id === id))
      problems.push({
        file: labBlocksFile,
        problem: `no block "${id}" says what the ${commands.length} commands beside the steps of that lab must print`,
        fix: 'Add it, and run npm run commands:run.',
      });
  return problems;
}

const told = ({ block, file, line }: LoadedBlock, problem: string, fix: string): Problem => ({
  file,
  line,
  problem: `block ${block.id}: ${problem}`,
  fix,
});

/** Checks that commands are those of a block. */
function holdCommands(commands: readonly string[], loaded: LoadedBlock, where: string, fix: string): Problem[] {
  const { block } = loaded;
  if (!block.commands) return [];
  const differs = block.commands.findIndex(({ run }, index) => run !== commands[index]);
  if (differs >= 0) {
    const wanted = `expected "${block.commands[differs]!.run}" as command ${differs + 1}`;
    return [told(loaded, `${wanted}, ${where} has "${commands[differs] ?? 'none'}"`, fix)];
  }
  if (block.commands.length === commands.length) return [];
  return [told(loaded, `${where} has a command more: "${commands[block.commands.length]!}"`, fix)];
}

/** Checks that a page has the commands of its block. */
function holdPage(fence: Fence, loaded: LoadedBlock): Problem[] {
  const { block } = loaded;
  const prompt =
    block.commands && (block.as === 'root') !== fence.asRoot
      ? [
          told(
            loaded,
            `as: ${block.as} does not fit the prompt on the page`,
            '"# " is the prompt of root, "$ " that of anybody.',
          ),
        ]
      : [];
  const untried = block.notRun !== undefined || block.commands?.some(({ notRun }) => notRun !== undefined);
  const untold =
    untried && !fence.cited
      ? [
          told(
            loaded,
            'it is not run here, and nothing below it on the page cites who says what it prints',
            'Write what its documentation says that it prints, with <Cite id="…" />.',
          ),
        ]
      : [];
  const fix = 'Make both the same, and run npm run commands:record.';
  return [...prompt, ...untold, ...holdCommands(fence.commands, loaded, 'the page', fix)];
}

function holdRecording(loaded: LoadedBlock, recording: ReturnType<typeof readRecording>): Problem[] {
  const { block } = loaded;
  const commands = commandsRun(block);
  if (commands.length === 0 || typeof recording === 'string') return [];
  const fix = `Run npm run commands:record -- ${block.id}`;
  const recorded = recording.blocks[block.id];
  if (!recorded) return [told(loaded, 'it has no recording', fix)];
  const same = ({ run, instead }: Pick<Command, 'run' | 'instead'>) => `${run}\n${instead ?? ''}`;
  if (commands.map(same).join('\n') !== recorded.commands.map(same).join('\n'))
    return [told(loaded, 'it was recorded with other commands', fix)];
  return holdBlock(commands, recorded.commands).map((problem) => told(loaded, problem, fix));
}
