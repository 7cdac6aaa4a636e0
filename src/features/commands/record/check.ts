import { judge, wordFault, type Captures } from '#features/labs/index.ts';
import type { Site } from '#model/load.ts';
import type { Problem } from '#shared/problem.ts';
import { didYouMean } from '#shared/suggest.ts';
import { fencesOf, type Fence } from '../form/fences.ts';
import { blocksFile, loadBlocks, type LoadedBlock } from '../form/load.ts';
import type { Command } from '../form/schema.ts';
import { readRecording, recordingFile, type RecordedBlock } from './recording.ts';

/** The commands of a block that are run. */
export const commandsRun = ({ commands = [] }: LoadedBlock['block']): Command[] =>
  commands.filter(({ notRun }) => notRun === undefined);

/**
 * What a block printed, held against what it promises: commands in the order in which they are run.
 * @returns a sentence for each fault, with the command, what was expected and what was seen
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

/** Everything that is wrong with the commands that pages ask their readers to run, and with what they printed here. Runs nothing. */
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
  return problems;
}

/** Whether the page has the commands that the block says it has. */
function holdPage(fence: Fence, { block, line }: LoadedBlock): Problem[] {
  const told = (problem: string, fix: string) => ({
    file: blocksFile,
    line,
    problem: `block ${block.id}: ${problem}`,
    fix,
  });
  const problems: Problem[] = [];
  if (block.commands && (block.as === 'root') !== fence.asRoot)
    problems.push(
      told(`as: ${block.as} does not fit the prompt on the page`, '"# " is the prompt of root, "$ " that of anybody.'),
    );
  const differs = block.commands?.findIndex(({ run }, index) => run !== fence.commands[index]) ?? -1;
  if (differs >= 0)
    problems.push(
      told(
        `expected "${block.commands![differs]!.run}" as command ${differs + 1}, the page has "${fence.commands[differs] ?? 'none'}"`,
        'Make both the same, and run npm run commands:record.',
      ),
    );
  else if (block.commands && block.commands.length < fence.commands.length)
    problems.push(
      told(
        `the page has a command more: "${fence.commands[block.commands.length]!}"`,
        'Add it with what it must print, and run npm run commands:record.',
      ),
    );
  return problems;
}

function holdRecording({ block, line }: LoadedBlock, recording: ReturnType<typeof readRecording>): Problem[] {
  const commands = commandsRun(block);
  if (commands.length === 0 || typeof recording === 'string') return [];
  const fix = `Run npm run commands:record -- ${block.id}`;
  const told = (problem: string) => ({ file: blocksFile, line, problem: `block ${block.id}: ${problem}`, fix });
  const recorded = recording.blocks[block.id];
  if (!recorded) return [told('it has no recording')];
  const same = ({ run, instead }: Pick<Command, 'run' | 'instead'>) => `${run}\n${instead ?? ''}`;
  if (commands.map(same).join('\n') !== recorded.commands.map(same).join('\n'))
    return [told('it was recorded with other commands')];
  return holdBlock(commands, recorded.commands).map(told);
}
