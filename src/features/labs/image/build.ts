import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, zstdCompressSync } from 'node:zlib';
import { type MachineFile, type Manifest, type PartName, Parts } from '../machine/files.ts';
import { Machine } from '../machine/machine.ts';
import { filesFolder, loadFromDisk, partPath } from '../machine/node.ts';
import { Debian } from './debian.ts';
import { buildKernel } from './kernel.ts';
import { noticeText } from './notice.ts';
import { run } from './run.ts';
import { buildInitramfs } from './userland.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
/** Kernel tree, packages and objects are kept between builds, outside the repository. */
const work = path.join(tmpdir(), 'containers-vs-vms-labs');
const mebibyte = 2 ** 20;

/** Exact versions of Debian's packages, binary (`name` or `name:architecture`) and source. */
interface Versions {
  packages: Record<string, string>;
  sources: Record<string, string>;
  /** Source packages of the binaries in the machine, built here or by Debian, which the licences require to be offered. */
  offered: Record<string, string>;
}

/** Content of the machine before its first boot. */
interface Built {
  parts: Record<Exclude<PartName, 'state' | 'wasm'>, Buffer>;
  configuration: string;
  notice: string;
  versions: Record<string, string>;
}

/** Reports progress: a build takes minutes. */
export type Say = (line: string) => void;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const pinnedVersions = () => JSON.parse(readFileSync(path.join(here, 'versions.json'), 'utf8')) as Versions;

/** Downloads the source packages of everything in the machine. */
export function fetchSources(folder: string, say: Say): void {
  const debian = new Debian(path.join(work, 'debian'));
  for (const [name, version] of Object.entries(pinnedVersions().offered)) {
    say(`${name} ${version}`);
    debian.fetchSource(name, version, folder);
  }
}

/**
 * Builds kernel, initramfs and firmware.
 * @param attempt suffix that keeps a second build apart, to compare both
 */
function buildParts(say: Say, attempt = ''): Built {
  const pinned = pinnedVersions();
  const debian = new Debian(path.join(work, 'debian'));
  const unpack = (name: string) => debian.unpack(name, pinned.packages[name]!);
  const source = (name: string) => debian.source(name, pinned.sources[name]!);
  const linux = Object.keys(pinned.packages).find((name) => name.startsWith('linux-source-'))!;
  say(`kernel: ${linux} ${pinned.packages[linux]} (minutes, unless it is kept in ${work})`);
  const kernel = buildKernel(work, unpack(linux), readFileSync(path.join(here, 'kernel.config'), 'utf8'), attempt);
  say('programs and initramfs');
  const initramfs = buildInitramfs({
    work: path.join(work, `userland${attempt}`),
    guest: path.join(here, 'guest'),
    busybox: unpack('busybox-static:i386'),
    musl: unpack('musl-dev:i386'),
    libgcc: unpack('libgcc-12-dev:i386'),
    headers: unpack('linux-libc-dev'),
    libcap: source('libcap2'),
    utilLinux: source('util-linux'),
  });
  const seabios = path.join(unpack('seabios'), 'usr/share/seabios');
  return {
    parts: {
      kernel: kernel.image,
      initramfs,
      bios: readFileSync(path.join(seabios, 'bios.bin')),
      vgaBios: readFileSync(path.join(seabios, 'vgabios-stdvga.bin')),
    },
    configuration: kernel.configuration,
    notice: noticeText(pinned.offered, {
      [linux]: unpack(linux),
      'busybox-static': unpack('busybox-static:i386'),
      'musl-dev': unpack('musl-dev:i386'),
      seabios: unpack('seabios'),
    }),
    versions: {
      ...pinned.packages,
      ...pinned.sources,
      gcc: run('gcc', ['-dumpfullversion']).toString().trim(),
      v86: v86Version(),
    },
  };
}

/** Version of the installed emulator, with the commit it was built from. */
function v86Version(): string {
  const file = fileURLToPath(new URL('../package.json', import.meta.resolve('v86')));
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

const extensions: Record<PartName, string> = {
  kernel: '.bin',
  initramfs: '.zst',
  bios: '.bin',
  vgaBios: '.bin',
  state: '.zst',
  wasm: '.wasm',
};

function fileOf(part: PartName, bytes: Uint8Array): MachineFile {
  const hash = sha256(bytes);
  return { name: `${part.toLowerCase()}.${hash.slice(0, 10)}${extensions[part]}`, size: bytes.length, sha256: hash };
}

/** Builds the machine and writes `files/`: parts, manifest, and the complete configuration of the kernel. */
export async function buildImage(say: Say): Promise<Manifest> {
  const built = buildParts(say);
  const wasm = readFileSync(partPath('wasm', ''));
  const files = { wasm: fileOf('wasm', wasm) } as Manifest['files'];
  rmSync(filesFolder, { recursive: true, force: true });
  mkdirSync(filesFolder, { recursive: true });
  const write = (part: PartName, bytes: Uint8Array) => {
    files[part] = fileOf(part, bytes);
    writeFileSync(path.join(filesFolder, files[part].name), bytes);
  };
  for (const [part, bytes] of Object.entries(built.parts)) write(part as PartName, bytes);
  writeFileSync(path.join(filesFolder, 'kernel.config'), built.configuration);
  writeFileSync(path.join(filesFolder, 'NOTICE.txt'), built.notice);
  const manifest: Manifest = {
    machine: machineHash(files),
    v86: built.versions.v86!,
    memory: 128 * mebibyte,
    disk: 4 * mebibyte,
    commandLine: `${commandLine} init_on_free=0`,
    files,
    versions: built.versions,
  };
  say('booting it, to save its state at the prompt');
  write('state', await savedState({ ...manifest, commandLine }));
  writeFileSync(path.join(filesFolder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/**
 * The kernel is built to clear freed memory, which keeps a saved state small. A boot that the reader watches disables it, because clearing all memory
 * once takes seconds.
 */
const commandLine = 'console=ttyS0 tsc=reliable mitigations=off random.trust_cpu=on panic=0 sysrq_always_enabled';

/** Hash of what determines a VM's behaviour. Excludes the saved state, which differs with every build of the same machine. */
const machineHash = (files: Partial<Manifest['files']>) =>
  sha256(
    Buffer.from(['kernel', 'initramfs', 'bios', 'wasm'].map((part) => files[part as PartName]!.sha256).join()),
  ).slice(0, 16);

/** Boots once and saves the VM at its first prompt, compressed in the format that the emulator reads. */
async function savedState(manifest: Manifest): Promise<Buffer> {
  const parts = new Parts(manifest, loadFromDisk());
  const machine = await Machine.boot('vm1', parts);
  // Drops the caches that the boot filled, and waits for what it started, so that little is left in memory.
  for (const line of ['sync; echo 3 > /proc/sys/vm/drop_caches', 'sleep 2', 'clear']) await machine.run(line);
  const { state } = await machine.save();
  await machine.end();
  return zstdCompressSync(new Uint8Array(state), {
    params: {
      [constants.ZSTD_c_compressionLevel]: 22,
      // The tab keeps a window of this size as long as it lives.
      [constants.ZSTD_c_windowLog]: 22,
      [constants.ZSTD_c_enableLongDistanceMatching]: 1,
      [constants.ZSTD_c_checksumFlag]: 1,
    },
  });
}

/** Builds kernel and initramfs again from scratch, and returns the parts that differ from the committed ones. */
export function differing(say: Say, manifest: Manifest): string[] {
  const attempt = `-again`;
  for (const name of readdirSync(work)) if (name.endsWith(attempt)) rmSync(path.join(work, name), { recursive: true });
  const { parts } = buildParts(say, attempt);
  return Object.entries(parts)
    .filter(([part, bytes]) => sha256(bytes) !== manifest.files[part as PartName].sha256)
    .map(([part]) => part);
}
