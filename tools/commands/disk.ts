import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { aptInstall } from '../debian.ts';
import { CommandMachine, type Disk } from './machine.ts';

/** Debian release of the VM's packages, and its version number for readers. */
export const release = { name: 'trixie', number: '13' };

/** Packages in the VM besides Debian's essential ones. */
const guestPackages = [
  ...[
    'linux-image-cloud-amd64',
    'systemd-sysv',
    'udev',
    'dbus',
    'kmod',
    'procps',
    'psmisc',
    'iproute2',
    'sudo',
    'curl',
    'wget',
  ],
  ...[
    'docker.io',
    'docker-cli',
    'docker-registry',
    'iptables',
    'ca-certificates',
    'podman',
    'nftables',
    'uidmap',
    'passt',
    'runsc',
  ],
  ...['busybox-static', 'nginx-light', 'qemu-utils', 'qemu-system-x86'],
];

/** Programs needed on the machine that runs the VM, with their Debian packages. */
const needed = { mmdebstrap: 'mmdebstrap', 'qemu-system-x86_64': 'qemu-system-x86', mke2fs: 'e2fsprogs' };

const guest = path.join(import.meta.dirname, 'guest');

/** Installs missing programs where that is possible without prompting. Throws with what to do otherwise. */
export function requireTools(): void {
  const missing = () =>
    Object.keys(needed).filter((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);
  if (missing().length > 0) aptInstall(...missing().map((name) => needed[name as keyof typeof needed]));
  if (missing().length > 0)
    throw new Error(
      `${missing().join(', ')} not found. Install Debian's packages: ${Object.values(needed).join(' ')}.`,
    );
  if (process.getuid?.() !== 0)
    throw new Error('The disk of the VM holds files of root: run this as root, for example in a container of Debian.');
}

/** Builds the disk from Debian packages and starts the VM once, or reuses the result of an earlier run with the same recipe. */
export async function buildDisk(cache: string): Promise<Disk> {
  const recipe = createHash('sha256').update(JSON.stringify([release, guestPackages]));
  for (const name of [...globSync('*', { cwd: guest })].sort()) recipe.update(readFileSync(path.join(guest, name)));
  for (const name of ['disk.ts', 'machine.ts']) recipe.update(readFileSync(path.join(import.meta.dirname, name)));
  // A VM can only be resumed by the QEMU that it was started in.
  recipe.update(run('qemu-system-x86_64', ['--version']));
  const folder = path.join(cache, recipe.digest('hex').slice(0, 16));
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    // A new folder each time: an unfinished one may still have the machine's /proc mounted in it, so nothing deletes it.
    const unfinished = mkdtempSync(`${folder}.part-`);
    makeDisk(unfinished);
    await CommandMachine.prepare(diskIn(unfinished));
    renameSync(unfinished, folder);
  }
  return diskIn(folder);
}

function diskIn(folder: string): Disk {
  const file = (name: string) => path.join(folder, name);
  return {
    kernel: file('vmlinuz'),
    initrd: file('initrd'),
    image: file('disk.img'),
    memory: file('memory'),
    versions: JSON.parse(readFileSync(file('versions.json'), 'utf8')) as Record<string, string>,
  };
}

function makeDisk(folder: string): void {
  const root = path.join(folder, 'root');
  debian(root, ['--variant=minbase', `--include=${guestPackages.join(',')}`]);
  mkdirSync(path.join(root, 'var/lib/images'));
  const image = (name: string, ...packages: string[]) =>
    debian(path.join(root, 'var/lib/images', `${name}.tar`), [
      '--variant=essential',
      ...packages.map((one) => `--include=${one}`),
      '--customize-hook=rm -rf "$1"/usr/share/doc "$1"/usr/share/man "$1"/usr/share/locale "$1"/var/cache/* "$1"/var/lib/apt/lists/*',
    ]);
  image('debian');
  image('gcc', 'gcc', 'libc6-dev');
  for (const name of ['setup.sh', 'session.sh']) cpSync(path.join(guest, name), path.join(root, 'usr/local/lib', name));
  cpSync(path.join(guest, 'session.service'), path.join(root, 'etc/systemd/system/session.service'));
  cpSync(path.join(guest, 'registry.yml'), path.join(root, 'etc/docker/registry/config.yml'));
  configure(root);
  const list = run('dpkg-query', [`--admindir=${root}/var/lib/dpkg`, '-W', '-f=${Package} ${Version}\n']);
  const versions = Object.fromEntries(
    list
      .split('\n')
      .map((line) => line.split(' '))
      .filter(([name]) => guestPackages.includes(name!) || /^linux-image-\d|^containerd$|^runc$/.test(name!)),
  ) as Record<string, string>;
  writeFileSync(path.join(folder, 'versions.json'), JSON.stringify(versions));
  for (const name of ['vmlinuz', 'initrd'])
    cpSync(globSync(path.join(root, 'boot', `${name}*`))[0]!, path.join(folder, name));
  run('mke2fs', ['-q', '-t', 'ext4', '-d', root, path.join(folder, 'disk.img'), '4G']);
  rmSync(root, { recursive: true });
}

/** Creates a root directory, or an archive of one, from packages. */
function debian(target: string, options: string[]): void {
  run('mmdebstrap', [
    '--quiet',
    '--aptopt=Acquire::Check-Valid-Until "false"',
    ...options,
    release.name,
    target,
    ...archive(),
  ]);
}

/** The archive that this machine's apt uses for Debian, where the VM's packages come from as well. */
function archive(): string[] {
  const lines = run('apt-get', ['indextargets', '--format', '$(LABEL)|$(REPO_URI)|$(SUITE)']).split('\n');
  const uri = lines.map((line) => line.split('|')).find(([label]) => label === 'Debian')?.[1];
  return uri ? [`deb ${uri} ${release.name} main`] : [];
}

/** Users, services and settings of the VM. */
function configure(root: string): void {
  const inside = (...command: string[]) => run('chroot', [root, ...command]);
  inside('useradd', '--create-home', '--shell', '/bin/bash', '--groups', 'docker', 'reader');
  writeFileSync(path.join(root, 'etc/sudoers.d/reader'), 'reader ALL=(ALL) NOPASSWD: ALL\n');
  writeFileSync(path.join(root, 'etc/hostname'), 'server\n');
  writeFileSync(path.join(root, 'etc/hosts'), '127.0.0.1 localhost server\n');
  mkdirSync(path.join(root, 'etc/docker'), { recursive: true });
  writeFileSync(
    path.join(root, 'etc/docker/daemon.json'),
    JSON.stringify({
      'registry-mirrors': ['http://127.0.0.1:5000'],
      runtimes: { runsc: { path: '/usr/bin/runsc', runtimeArgs: ['--network=none'] } },
    }),
  );
  const registries =
    '[[registry]]\nlocation = "docker.io"\n[[registry.mirror]]\nlocation = "127.0.0.1:5000"\ninsecure = true\n';
  writeFileSync(path.join(root, 'etc/containers/registries.conf.d/mirror.conf'), registries);
  // Hides the name server of the machine that made the disk; this address is reserved for documentation.
  writeFileSync(path.join(root, 'etc/resolv.conf'), 'nameserver 192.0.2.53\n');
  // Rootless Podman uses the systemd of a login session, and there is no login here.
  writeFileSync(
    path.join(root, 'etc/containers/containers.conf'),
    '[engine]\ncgroup_manager = "cgroupfs"\nevents_logger = "file"\n',
  );
  inside('systemctl', 'enable', 'session.service');
  // They wait for a network or serve one, and there is none.
  inside('systemctl', 'mask', 'systemd-networkd-wait-online.service', 'nginx.service');
}

function run(command: string, args: string[]): string {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (result.error) throw result.error;
  if (result.status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${result.status}:\n${result.stderr.slice(-4000)}`);
  return result.stdout;
}
