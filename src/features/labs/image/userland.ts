import { readdirSync, readFileSync, rmSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { cpio, dirEntry, fileEntry, type CpioEntry } from './cpio.ts';
import { fixed } from './kernel.ts';
import { run } from './run.ts';

/** Folders with what the programs of the VM are built from: unpacked packages, unless noted. */
export interface UserlandParts {
  /** Folder to build in. */
  work: string;
  /** `guest/` of this feature. */
  guest: string;
  busybox: string;
  musl: string;
  libgcc: string;
  headers: string;
  libcap: string;
  utilLinux: string;
}

/** Flags for small programs; the linker drops unused sections. */
const small = ['-Os', '-w', '-ffunction-sections', '-fdata-sections', '-D_GNU_SOURCE'];

/** What util-linux's configure would find in musl; running it would take minutes. */
const utilLinuxHas = [
  'UNSHARE',
  'SETNS',
  'ERR',
  'ERRX',
  'ERR_H',
  'WARN',
  'WARNX',
  'NANOSLEEP',
  'MEMPCPY',
  'FSYNC',
  'LIBGEN_H',
  'UNISTD_H',
  'STRNLEN',
  'STRNDUP',
  'STRSEP',
  'OPENAT',
  'FSTATAT',
  'SYS_PRCTL_H',
  'PROGRAM_INVOCATION_SHORT_NAME',
];

/** Builds the initramfs, compressed in a format that the kernel reads. */
export function buildInitramfs(parts: UserlandParts): Buffer {
  rmSync(parts.work, { recursive: true, force: true });
  mkdirSync(parts.work, { recursive: true });
  const { guest } = parts;
  const program = (name: string, data: Buffer) => fileEntry(name, data, 0o755);
  const tools = compileTools(parts);
  const entries: CpioEntry[] = [
    ...['bin', 'dev', 'etc', 'mnt', 'sbin', 'srv', 'srv/root', 'usr', 'usr/local', 'usr/local/bin'].map((name) =>
      dirEntry(name),
    ),
    program('init', readFileSync(path.join(guest, 'init'))),
    program('bin/busybox', readFileSync(path.join(parts.busybox, 'bin/busybox'))),
    program('sbin/lab-agent', tools['lab-agent']),
    program('usr/local/bin/unshare', tools.unshare),
    program('usr/local/bin/capsh', tools.capsh),
    program('usr/local/bin/seccomp-deny', tools['seccomp-deny']),
    ...filesBelow(path.join(guest, 'vm'), ''),
    ...filesBelow(path.join(guest, 'root'), 'srv/root/'),
    ...['dev', 'proc', 'sys', 'tmp', 'root', 'mnt', 'sbin', 'usr', 'usr/local', 'usr/local/bin', 'old'].map((name) =>
      dirEntry(`srv/root/${name}`),
    ),
    ...['profile', 'shrc'].map((name) =>
      fileEntry(`srv/root/etc/${name}`, readFileSync(path.join(guest, 'vm/etc', name))),
    ),
  ];
  // A window that the kernel's decompressor accepts.
  return zstdCompressSync(cpio(unique(entries)), {
    params: {
      [constants.ZSTD_c_compressionLevel]: 22,
      [constants.ZSTD_c_windowLog]: 23,
      [constants.ZSTD_c_checksumFlag]: 1,
    },
  });
}

/** Folders are listed more than once above: one entry each. */
const unique = (entries: CpioEntry[]) => [...new Map(entries.map((entry) => [entry.path, entry])).values()];

function filesBelow(folder: string, prefix: string): CpioEntry[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) return dirEntry(`${prefix}${name}`);
    return fileEntry(`${prefix}${name}`, readFileSync(file), name === 'etc/rc' ? 0o755 : 0o644);
  });
}

/** Compiles what busybox does not have: `unshare` with all namespaces (util-linux), `capsh` (libcap), and the feature's own programs. */
function compileTools(parts: UserlandParts) {
  const { work, guest, libcap, utilLinux } = parts;
  const link = linker(parts);
  const own = (name: string) =>
    link(name, ['-Wall', '-Werror', ...small.filter((flag) => flag !== '-w'), path.join(guest, 'tools', `${name}.c`)]);
  const stub = path.join(guest, 'stub');
  const from = (folder: string, ...names: string[]) => names.map((name) => path.join(folder, name));
  return {
    'lab-agent': own('lab-agent'),
    'seccomp-deny': own('seccomp-deny'),
    unshare: link('unshare', [
      ...small,
      `-I${path.join(utilLinux, 'include')}`,
      `-I${stub}`,
      '-DPACKAGE_STRING="util-linux"',
      ...utilLinuxHas.map((name) => `-DHAVE_${name}`),
      ...from(
        utilLinux,
        'sys-utils/unshare.c',
        'lib/exec_shell.c',
        'lib/strutils.c',
        'lib/pwdutils.c',
        'lib/signames.c',
      ),
      path.join(stub, 'cap-last.c'),
    ]),
    capsh: link('capsh', [
      ...small,
      ...capabilityNames(work, libcap),
      `-I${path.join(libcap, 'libcap/include')}`,
      '-DSHELL="/bin/sh"',
      ...from(libcap, 'progs/capsh.c', 'progs/capshdoc.c'),
      ...from(libcap, ...['alloc', 'extint', 'file', 'flag', 'proc', 'text'].map((name) => `libcap/cap_${name}.c`)),
    ]),
  };
}

/** Writes the header that libcap's own build generates from the names of capabilities, and returns the flags to use it. */
function capabilityNames(work: string, libcap: string): string[] {
  const header = readFileSync(path.join(libcap, 'libcap/include/uapi/linux/capability.h'), 'utf8');
  const names = [...header.matchAll(/^#define\s+(CAP_\w+)\s+(\d+)\s*$/gm)].map(([, name, bit]) => ({
    name: name!.toLowerCase(),
    bit: Number(bit),
  }));
  const list = names.map(({ name }) => `"${name}"`).join(', ');
  const most = Math.max(...names.map(({ name }) => name.length));
  const text = [
    `#define __CAP_BITS       ${names.length}`,
    `#define __CAP_NAME_SIZE  ${most + 1}`,
    '#ifdef LIBCAP_PLEASE_INCLUDE_ARRAY',
    `#define LIBCAP_CAP_NAMES { ${list} }`,
    '#endif',
    '',
  ].join('\n');
  writeFileSync(path.join(work, 'cap_names.h'), text);
  return [`-I${work}`, `-I${path.join(libcap, 'libcap')}`];
}

/** Static, 32-bit, without the host's own library. */
const compileFlags = '-m32 -march=i586 -static -no-pie -fno-pie -fno-stack-protector -nostdlib -nostdinc'.split(' ');
const linkFlags = '-s -Wl,--gc-sections -Wl,--build-id=none -Wl,--start-group'.split(' ');

/** Returns a function that compiles and links a static 32-bit program with musl. It does not need the compiler's 32-bit packages. */
function linker({ work, musl, libgcc, headers }: UserlandParts) {
  const object = (name: string) => path.join(musl, 'usr/lib/i386-linux-musl', name);
  const firstLine = (...[command, args]: Parameters<typeof run>) => run(command, args).toString().split('\n')[0]!;
  const gccLibrary = firstLine('find', [path.join(libgcc, 'usr/lib/gcc'), '-name', 'libgcc.a', '-path', '*i686*']);
  const include = [
    path.join(musl, 'usr/include/i386-linux-musl'),
    firstLine('gcc', ['-print-file-name=include']),
    path.join(headers, 'usr/include'),
    path.join(headers, 'usr/include/x86_64-linux-gnu'),
  ].flatMap((folder) => ['-isystem', folder]);
  const prefixes = [work, musl, headers].map((folder) => `-ffile-prefix-map=${folder}=.`);
  const before = [...compileFlags, ...prefixes, ...include, object('crt1.o'), object('crti.o')];
  const after = [...linkFlags, object('libc.a'), gccLibrary, '-Wl,--end-group', object('crtn.o')];
  return (name: string, args: string[]): Buffer => {
    const target = path.join(work, name);
    run('gcc', [...before, ...args, ...after, '-o', target], { env: fixed });
    return readFileSync(target);
  };
}
