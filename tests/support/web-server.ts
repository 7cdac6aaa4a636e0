import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { caddy, nginx, type HostRule } from '#features/permalinks/redirects/hosts.ts';
import { configs } from './web-server-configs.ts';

export type ServerName = keyof typeof configs;

/** A web server that serves a build with our redirects. */
export interface WebServer {
  /** Where it answers, without a slash at its end. */
  url: string;
  stop(): Promise<void>;
}

const there = (name: string) =>
  spawnSync(name, name === 'nginx' ? ['-v'] : ['version'], { stdio: 'ignore' }).status === 0;

/** Whether a server can be run here. Root on Debian gets one that is missing. */
export function haveServer(name: ServerName): boolean {
  if (there(name)) return true;
  if (process.getuid?.() !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => spawnSync('apt-get', ['-qq', ...args], { env, timeout: 120_000, stdio: 'ignore' });
  apt('update');
  apt('install', '-y', '--no-install-recommends', name);
  return there(name);
}

/** Starts a server for the build in `dist`, at the sub-path `base`, and waits until it answers. */
export async function startServer(
  name: ServerName,
  dist: string,
  base: string,
  rules: readonly HostRule[],
): Promise<WebServer> {
  const folder = mkdtempSync(path.join(tmpdir(), `${name}-`));
  const place = path.join(folder, 'www', base);
  mkdirSync(path.dirname(place), { recursive: true });
  symlinkSync(path.resolve(dist), place.replace(/\/$/, ''));
  writeFileSync(path.join(folder, 'snippet'), (name === 'nginx' ? nginx : caddy)(rules, base));
  const config = path.join(folder, 'config');
  const port = await freePort();
  writeFileSync(config, configs[name](folder, port));
  const args = name === 'nginx' ? ['-c', config, '-p', folder] : ['run', '--config', config, '--adapter', 'caddyfile'];
  const process_ = spawn(name, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  let said = '';
  process_.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
  const ended = new Promise<void>((resolve) => process_.once('exit', () => resolve()));
  const stop = async () => {
    process_.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(url + base, { redirect: 'manual' }).then(
        () => true,
        () => false,
      )
    )
      return { url, stop };
    if (process_.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`${name} does not start with the redirects that we make:\n${said}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
