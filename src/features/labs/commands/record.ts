// npm run labs:record [-- id…]: runs labs and writes their recordings, each only if every pattern matched.
import { wordFault } from '../record/check.ts';
import { recordingFile, recordingOf, writeRecording } from '../record/recording.ts';
import { diskParts } from '../machine/node.ts';
import { runLab } from '../run/session.ts';
import { tellProblems } from '#shared/problem.ts';
import { chosenLabs } from './shared.ts';

const root = process.cwd();
const { labs, problems } = chosenLabs(root, process.argv.slice(2));
const parts = diskParts();
for (const { lab, file, lines } of labs) {
  const started = Date.now();
  const results = await runLab(lab, parts, {
    step: ({ id, milliseconds }) => console.log(`  ${lab.id}/${id} ${milliseconds} ms`),
  });
  const faults = results.flatMap(({ id, faults }) =>
    faults.map((fault) => ({
      file,
      line: lines.get(id) ?? 1,
      problem: `lab ${lab.id}, step ${id}: ${wordFault(fault)}`,
      fix: 'Fix the step and record again; nothing was recorded.',
    })),
  );
  problems.push(...faults);
  if (faults.length > 0) continue;
  writeRecording(root, recordingOf(lab, results, parts.manifest, new Date().toISOString().slice(0, 10)));
  console.log(`${recordingFile(lab.id)}: ${results.length} steps in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
tellProblems(problems);
