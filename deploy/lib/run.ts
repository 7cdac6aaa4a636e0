import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answers } from './answers.ts';
import { compressFolder } from './compress.ts';
import { readDictionary } from '#features/dictionary/index.ts';
import { readHeaders } from '#features/security/index.ts';
import { caddyRules, nginxRules } from './headers.ts';

/** Servers that `deploy/` has a configuration for. */
export type HostName = 'nginx' | 'caddy';

const configs = {
  nginx: { file: 'nginx.conf', rules: ['site.nginx.conf', nginxRules], redirects: 'redirects.nginx.conf' },
  caddy: { file: 'Caddyfile', rules: ['site.Caddyfile', caddyRules], redirects: 'redirects.Caddyfile' },
} as const;

/** Whether a server is installed, nginx with its brotli module. */
export const hasHost = (name: HostName) =>
  spawnSync(name, [name === 'nginx' ? '-v' : 'version'], { stdio: 'ignore' }).status === 0 &&
  (name === 'caddy' || existsSync('/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'));

/** A running server with the configuration of `deploy/`, on the loopback address. */
export interface Host {
  /** Port that it listens on. */
  port: number;
  /** Root folder of the served files. */
  root: string;
  /** Kills all its processes with SIGKILL, as the kernel does when memory runs out. */
  kill(): Promise<void>;
  /** Starts it again. Throws if it does not respond within five seconds. */
  start(): Promise<void>;
  /** Stops it and removes its files. */
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Adapts a configuration of `deploy/` to another port and other folders. Throws if it no longer contains a text to replace. */
function adapt(name: HostName, text: string, values: { port: number; root: string; work: string }): string {
  const changes: [string, string][] =
    name === 'nginx'
      ? [
          [' /tmp/', ` ${values.work}/`],
          ['listen 8080;', `listen 127.0.0.1:${values.port};`],
          ['root /srv/site;', `root ${values.root};`],
        ]
      : [
          [':8080 {', `http://127.0.0.1:${values.port} {`],
          ['root * /srv/site', `root * ${values.root}`],
        ];
  return changes.reduce((config, [from, to]) => {
    if (!config.includes(from))
      throw new Error(`deploy/${configs[name].file}: "${from}" is gone; fix deploy/lib/run.ts.`);
    return config.replaceAll(from, to);
  }, text);
}

/** Options of {@link startHost}. */
export interface HostOptions {
  /** Compress the build first, as `npm run compress` does, which takes some seconds. Default: true. */
  compress?: boolean;
  /** Use the rules of a build with a dictionary, if it has one. Default: true. */
  dictionary?: boolean;
  /** Redirects to include. Default: those in `deploy/`, if there are any. */
  redirects?: string;
}

/** Copies a build to a temporary folder, below its base path, with the configuration next to it. */
function prepare(
  name: HostName,
  dist: string,
  port: number,
  options: HostOptions,
): { work: string; root: string; config: string } {
  const work = mkdtempSync(path.join(tmpdir(), `${name}-`));
  chmodSync(work, 0o755);
  const root = path.join(work, 'site');
  const rules = readHeaders(dist);
  const dictionary = (options.dictionary ?? true) ? readDictionary(dist) : undefined;
  mkdirSync(root);
  cpSync(dist, path.join(root, rules.base), { recursive: true });
  if (options.compress ?? true) compressFolder(path.join(root, rules.base), dictionary);
  const {
    file,
    rules: [rulesFile, write],
    redirects,
  } = configs[name];
  writeFileSync(path.join(work, rulesFile), write(rules, dictionary));
  if (options.redirects !== undefined) writeFileSync(path.join(work, redirects), options.redirects);
  else if (existsSync(`deploy/${redirects}`)) cpSync(`deploy/${redirects}`, path.join(work, redirects));
  const config = path.join(work, file);
  writeFileSync(config, adapt(name, readFileSync(`deploy/${file}`, 'utf8'), { port, root, work }));
  return { work, root, config };
}

/**
 * Starts a server on a build.
 * @throws with the server's error output, if it does not respond within five seconds
 */
export async function startHost(name: HostName, dist = 'dist', options: HostOptions = {}): Promise<Host> {
  const port = await freePort();
  const { work, root, config } = prepare(name, dist, port, options);
  let child: ChildProcess | undefined;
  const start = async () => {
    const args = name === 'nginx' ? ['-c', config, '-g', 'daemon off;'] : ['run', '--config', config];
    let said = '';
    // Its own process group, so that signals reach its workers and nothing else.
    child = spawn(name, args, {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, HOME: work },
    });
    child.stderr!.on('data', (text: Buffer) => (said += text.toString()));
    if (await answers(`http://127.0.0.1:${port}/`, 5)) return;
    throw new Error(`${name} does not answer with deploy/${configs[name].file}:\n${said}`);
  };
  const end = async (signal: NodeJS.Signals) => {
    const running = child;
    if (!running?.pid || running.exitCode !== null || running.signalCode !== null) return;
    const gone = new Promise((done) => running.once('exit', done));
    process.kill(-running.pid, signal);
    await gone;
  };
  const close = async () => {
    await end('SIGTERM');
    rmSync(work, { recursive: true, force: true });
  };
  await start().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { port, root, start, kill: () => end('SIGKILL'), close };
}
