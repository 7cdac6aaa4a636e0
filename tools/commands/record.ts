// npm run commands:record [-- id…]: runs the commands of "See for yourself" in a VM and records their output, each block only if it meets its
// expectations.
import { commandsRun, loadBlocks, readRecording, recordingFile, writeRecording } from '#features/commands/index.ts';
import { tellProblems } from '#shared/problem.ts';
import { runBlocks } from './shared.ts';

const root = process.cwd();
const ids = process.argv.slice(2);
const results = await runBlocks(root, ids);
const before = readRecording(root);
const known = new Set(loadBlocks(root).blocks.flatMap(({ block }) => (commandsRun(block).length > 0 ? block.id : [])));
const blocks = typeof before === 'string' ? {} : before.blocks;
const kept = Object.fromEntries(Object.entries(blocks).filter(([id]) => known.has(id)));
for (const { loaded, recorded, faults } of results) if (faults.length === 0) kept[loaded.block.id] = recorded;
writeRecording(root, kept);
console.log(
  `${recordingFile}: ${results.filter(({ faults }) => faults.length === 0).length} of ${results.length} blocks recorded`,
);
tellProblems(results.flatMap(({ faults }) => faults));
