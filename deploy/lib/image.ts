import { execFileSync, spawnSync } from 'node:child_process';

const tag = 'localhost/containers-vs-vms:test';
/** Port on which the server in the image listens. */
const inside = 8080;

/**
 * The container engine of this machine.
 * @param candidates commands to try, in this order
 * @throws if none answers, with what to do
 */
export function findEngine(candidates = [process.env.ENGINE ?? '', 'podman', 'docker']): string {
  const found = candidates.find((engine) => engine !== '' && spawnSync(engine, ['info']).status === 0);
  if (found) return found;
  throw new Error(
    'No container engine answers: neither "podman info" nor "docker info" works. Install Podman, start Docker, or name another in ENGINE.',
  );
}

/** Builds the image from `deploy/Containerfile`; what the engine says is shown. */
export const buildImage = (engine: string): void =>
  void execFileSync(engine, ['build', '-f', 'deploy/Containerfile', '-t', tag, '.'], { stdio: 'inherit' });

/** A container that runs the image. */
export interface Running {
  /** Address of the site, without a slash at its end. */
  origin: string;
  /** Runs a command in the container and gives its exit code. */
  run(...command: string[]): number | null;
  close(): void;
}

/** Runs the image as the first lines of its recipe say: without privileges, and with nothing to write to. */
export function runImage(engine: string): Running {
  const limits = ['--read-only', '--tmpfs', '/tmp', '--cap-drop', 'all'];
  const ask = (...words: string[]) => execFileSync(engine, words, { encoding: 'utf8' }).trim();
  const id = ask('run', '--detach', '--rm', '--publish', `127.0.0.1::${inside}`, ...limits, tag);
  // An engine that gives containers the host's network publishes nothing.
  const published = spawnSync(engine, ['port', id, `${inside}/tcp`], { encoding: 'utf8' }).stdout;
  const port = /:(\d+)\s*$/.exec(published)?.[1] ?? inside;
  return {
    origin: `http://127.0.0.1:${port}`,
    run: (...command) => spawnSync(engine, ['exec', id, ...command]).status,
    close: () => void ask('stop', '--time', '3', id),
  };
}
