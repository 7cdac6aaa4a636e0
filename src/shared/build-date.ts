import { execFileSync } from 'node:child_process';

/**
 * The day that a build counts as today, `YYYY-MM-DD`: that of `SOURCE_DATE_EPOCH` (seconds), else of the last commit,
 * else the clock's. Two builds of one commit are then the same, whenever they run.
 */
export function buildDay(): string {
  day ??= findDay();
  return day;
}

// Asking git for every figure of every page would cost more than the rest of the build.
let day: string | undefined;

function findDay(): string {
  const epoch = Number(process.env.SOURCE_DATE_EPOCH ?? NaN);
  if (Number.isFinite(epoch)) return new Date(epoch * 1000).toISOString().slice(0, 10);
  try {
    const shown = execFileSync('git', ['log', '-1', '--format=%cs'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (/^\d{4}-\d{2}-\d{2}/.test(shown)) return shown.trim();
  } catch {
    // No git, or no commit yet: an archive of the sources still builds.
  }
  return new Date().toISOString().slice(0, 10);
}
