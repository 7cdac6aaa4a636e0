// npm run commands:run [-- id…]: runs the commands of "See for yourself" again, and those next to the steps of labs, and compares their output with
// what the pages promise.
import { tellProblems } from '#shared/problem.ts';
import { runBlocks } from './shared.ts';

const results = await runBlocks(process.cwd(), process.argv.slice(2), true);
const commands = results.reduce((sum, { recorded }) => sum + recorded.commands.length, 0);
const faults = results.flatMap(({ faults }) => faults);
console.log(`${results.length} blocks, ${commands} commands run, ${faults.length} not as promised`);
tellProblems(faults);
