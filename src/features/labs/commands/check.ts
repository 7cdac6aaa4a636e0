// npm run labs:check: checks recordings against labs, without running anything.
import { checkRecording } from '../record/check.ts';
import { readRecording } from '../record/recording.ts';
import { readManifest } from '../machine/node.ts';
import { tellProblems } from '#shared/problem.ts';
import { chosenLabs } from './shared.ts';

const root = process.cwd();
const { labs, problems } = chosenLabs(root, process.argv.slice(2));
const manifest = readManifest();
for (const loaded of labs) problems.push(...checkRecording(loaded, readRecording(root, loaded.lab.id), manifest));
tellProblems(problems);
console.log(
  `${labs.length} labs, ${labs.reduce((sum, { lab }) => sum + lab.steps.length, 0)} steps checked against their recordings.`,
);
