// node tools/audit.ts: fails if a package that reaches readers has a vulnerability of high or critical severity; if the registry does not answer, it
// only warns.
import { spawnSync } from 'node:child_process';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', maxBuffer: 64e6 });
const { metadata, error } = JSON.parse(stdout || '{}') as {
  metadata?: { vulnerabilities: Record<string, number> };
  error?: { summary?: string };
};
if (!metadata) {
  console.log(`::warning::npm audit got no answer from the registry: ${error?.summary ?? 'nothing was printed'}`);
} else {
  const { high = 0, critical = 0 } = metadata.vulnerabilities;
  console.log(
    `${high} high and ${critical} critical flaws in packages that reach readers. "npm audit --omit=dev" names them.`,
  );
  process.exitCode = high + critical > 0 ? 1 : 0;
}
