import { execFileSync } from 'node:child_process';

/**
 * The date that a build uses as today, `YYYY-MM-DD`: from `SOURCE_DATE_EPOCH` (seconds), otherwise from the last commit, otherwise from the clock.
 * This makes builds of the same commit identical, whenever they run.
 */
export function buildDay(): string {
  day ??= findDay();
  return day;
}

// Cached, because running git for every figure of every page would take longer than the rest of the build.
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
    // No Git or no commits: a source archive must still build.
  }
  return new Date().toISOString().slice(0, 10);
}
