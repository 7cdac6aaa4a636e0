import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cleaningLines } from '../../../../tools/commands/leftovers.ts';

let disk = '';
beforeEach(() => {
  disk = mkdtempSync(path.join(tmpdir(), 'leftovers-'));
  // What Docker Engine keeps beside the folders of volumes.
  mkdirSync(path.join(disk, 'var/lib/docker/volumes'), { recursive: true });
  writeFileSync(path.join(disk, 'var/lib/docker/volumes/metadata.db'), '');
});
afterEach(() => rmSync(disk, { recursive: true, force: true }));

/** What the lines for a block would have run on a disk with these folders. */
function asked(typed: string, ...folders: string[]): string[] {
  for (const folder of folders) mkdirSync(path.join(disk, folder), { recursive: true });
  const programs = ['docker', 'podman', 'pkill'].map((name) => `${name}() { echo "${name} $*" >&3; }`);
  const lines = cleaningLines(typed).map((line) => line.replaceAll('/var/lib/', `${disk}/var/lib/`));
  const script = ['exec 3>&1', ...programs, ...lines].join('\n');
  return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).split('\n').filter(Boolean);
}

test('an engine that has kept nothing is not asked', () => {
  expect(asked('docker run --rm alpine true\npodman ps')).toEqual([]);
});

test('containers and volumes that a block left are removed', () => {
  expect(asked('docker run -d alpine', 'var/lib/docker/containers/0a1b')).toEqual(['docker ps -aq', 'docker rm -f']);
  expect(asked('docker run -v data:/data alpine', 'var/lib/docker/volumes/data')).toContain('docker volume prune -af');
  expect(asked('podman run -d alpine', 'var/lib/containers/storage/overlay-containers/0a1b')).toEqual([
    'podman rm -fa -t 0',
  ]);
  expect(asked('podman volume create data', 'var/lib/containers/storage/volumes/data')).toContain(
    'podman volume prune -f',
  );
});

test('a program that a block does not name has left nothing', () => {
  expect(asked('uname -r', 'var/lib/docker/containers/0a1b')).toEqual([]);
  expect(asked('qemu-system-x86_64 -daemonize')).toEqual(['pkill qemu-system']);
});
