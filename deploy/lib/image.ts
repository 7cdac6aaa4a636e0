import { execFileSync, spawnSync } from 'node:child_process';

const tag = 'localhost/containers-vs-vms:test';
/** Port that the server in the image listens on. */
const inside = 8080;

/**
 * Finds a container engine on this machine.
 * @param candidates commands to try, in this order
 * @throws if none works, with what to do
 */
export function findEngine(candidates = [process.env.ENGINE ?? '', 'podman', 'docker']): string {
  const found = candidates.find((engine) => engine !== '' && spawnSync(engine, ['info']).status === 0);
  if (found) return found;
  throw new Error(
    'No container engine answers: neither "podman info" nor "docker info" works. Install Podman, start Docker, or name another in ENGINE.',
  );
}

/** Builds the image from `deploy/Containerfile`, showing the engine's output. */
export const buildImage = (engine: string): void =>
  void execFileSync(engine, ['build', '-f', 'deploy/Containerfile', '-t', tag, '.'], { stdio: 'inherit' });

/** A container running the image. */
export interface Running {
  /** Origin of the site, without a trailing slash. */
  origin: string;
  /** Runs a command in the container and returns its exit code, or null if a signal ended it. */
  run(...command: string[]): number | null;
  /** Stops and removes the container. */
  close(): void;
}

/** Runs the image as the Containerfile recommends: without capabilities, on a read-only file system. */
export function runImage(engine: string): Running {
  const limits = ['--read-only', '--tmpfs', '/tmp', '--cap-drop', 'all'];
  const ask = (...words: string[]) => execFileSync(engine, words, { encoding: 'utf8' }).trim();
  const id = ask('run', '--detach', '--rm', '--publish', `127.0.0.1::${inside}`, ...limits, tag);
  // With host networking the engine publishes no port.
  const published = spawnSync(engine, ['port', id, `${inside}/tcp`], { encoding: 'utf8' }).stdout;
  const port = /:(\d+)\s*$/.exec(published)?.[1] ?? inside;
  return {
    origin: `http://127.0.0.1:${port}`,
    run: (...command) => spawnSync(engine, ['exec', id, ...command]).status,
    close: () => void ask('stop', '--time', '3', id),
  };
}
