import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Parts of the machine with their source packages and licences. */
const components = [
  ['the kernel', 'linux', 'GPL-2.0-only with the syscall note'],
  ['busybox', 'busybox', 'GPL-2.0-only'],
  ['the C library in busybox', 'glibc', 'LGPL-2.1-or-later'],
  ['unshare', 'util-linux', 'GPL-2.0-or-later'],
  ['capsh', 'libcap2', 'BSD-3-Clause or GPL-2.0-only'],
  ['the C library in unshare, capsh, lab-agent and seccomp-deny', 'musl', 'MIT'],
  ['BIOS and VGA BIOS', 'seabios', 'LGPL-3.0-only and others'],
] as const;

const rule = '='.repeat(100);

/** Licence of an npm package. */
const npmLicence = (name: string, main: string) => {
  let folder = path.dirname(fileURLToPath(import.meta.resolve(main)));
  while (!existsSync(path.join(folder, 'LICENSE'))) folder = path.dirname(folder);
  return { title: `npm package ${name}`, text: readFileSync(path.join(folder, 'LICENSE'), 'utf8') };
};

/** Text of the notice next to the machine: its parts, their licences, and where the corresponding source is. */
export function noticeText(offered: Record<string, string>, unpacked: Record<string, string>): string {
  const lines = components.map(([part, source, licence]) => {
    const version = offered[source]!;
    return `- ${part}: Debian source package ${source} ${version}, ${licence}\n  https://snapshot.debian.org/package/${source}/${encodeURIComponent(version)}/`;
  });
  const copyrights = Object.entries(unpacked).map(([name, folder]) => ({
    title: `Debian package ${name}`,
    text: readFileSync(path.join(folder, 'usr/share/doc', name, 'copyright'), 'utf8'),
  }));
  const common = ['GPL-2', 'LGPL-2.1', 'LGPL-3', 'GPL-3'].map((name) => ({
    title: name,
    text: readFileSync(path.join('/usr/share/common-licenses', name), 'utf8'),
  }));
  const texts = [
    npmLicence('v86 (the emulator, BSD-2-Clause)', 'v86'),
    npmLicence('@xterm/xterm (the terminal, MIT)', '@xterm/xterm'),
    ...copyrights,
    ...common,
  ];
  return [
    'What the machine of the labs is made of',
    '',
    ...lines,
    '- lab-agent and seccomp-deny: this project, under its own licence; source in src/features/labs/image/guest/tools',
    '',
    'The corresponding source of every part is that Debian source package in exactly that version, together with what lies in this',
    "project's repository: the kernel's whole configuration (kernel.config, beside this file) and the scripts that build and assemble",
    'everything (src/features/labs/image). Debian keeps every version for good at the addresses above;',
    '`npm run labs:sources -- <folder>` fetches them all. Whoever cannot get them there is given them, on a medium in use, by the',
    "project's maintainers: an issue in its repository is enough. This offer holds for three years from the last day on which the",
    'machine was served.',
    '',
    ...texts.flatMap(({ title, text }) => [rule, title, rule, '', text.trim(), '']),
  ].join('\n');
}
