// npm run labs:run [-- id…]: runs labs again and compares the results with their recordings, except for what may vary.
import { checkRecording, compareRun, stepProblem, wordFault } from '../record/check.ts';
import { readRecording } from '../record/recording.ts';
import { diskParts } from '../machine/node.ts';
import { runLab } from '../run/session.ts';
import { tellProblems } from '#shared/problem.ts';
import { chosenLabs } from './shared.ts';

const root = process.cwd();
const { labs, problems } = chosenLabs(root, process.argv.slice(2));
const parts = diskParts();
for (const loaded of labs) {
  const { lab } = loaded;
  const recording = readRecording(root, lab.id);
  const bad = checkRecording(loaded, recording, parts.manifest);
  problems.push(...bad);
  if (bad.length > 0 || recording === undefined || typeof recording === 'string') continue;
  const started = Date.now();
  const results = await runLab(lab, parts);
  const faults = results.flatMap(({ id, faults }) =>
    faults.map((fault) =>
      stepProblem(loaded, id, wordFault(fault), 'It held when it was recorded: find out what changed.'),
    ),
  );
  problems.push(...(faults.length > 0 ? faults : compareRun(loaded, recording, results)));
  console.log(
    `${lab.id}: ${results.length} of ${lab.steps.length} steps in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
}
tellProblems(problems);
