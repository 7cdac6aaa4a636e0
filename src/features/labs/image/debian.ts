import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.ts';

/** Debian's packages for the build, kept below one folder so that the machine's own apt stays as it is and root is not needed. */
export class Debian {
  readonly #folder: string;
  readonly #env: Record<string, string>;
  #updated = false;

  constructor(folder: string) {
    this.#folder = folder;
    this.#env = { APT_CONFIG: path.join(folder, 'apt.conf') };
    for (const name of ['lists/partial', 'cache/archives/partial', 'sources', 'debs', 'unpacked'])
      mkdirSync(path.join(folder, name), { recursive: true });
    writeFileSync(this.#env.APT_CONFIG!, aptConfiguration(folder));
  }

  /** Folder with the content of the binary package `name` (or `name:architecture`) in exactly this version. */
  unpack(name: string, version: string): string {
    const target = path.join(this.#folder, 'unpacked', `${name.replace(':', '-')}_${fileVersion(version)}`);
    if (existsSync(target)) return target;
    run('dpkg-deb', ['-x', this.#download(name, version), `${target}.part`]);
    run('mv', [`${target}.part`, target]);
    return target;
  }

  /** Folder with the source package `name` in exactly this version, Debian's patches applied. */
  source(name: string, version: string): string {
    const target = path.join(this.#folder, 'unpacked', `${name}_${fileVersion(version)}_source`);
    if (existsSync(target)) return target;
    const cwd = path.join(this.#folder, 'debs');
    const dsc = `${name}_${fileVersion(version)}.dsc`;
    if (!existsSync(path.join(cwd, dsc))) this.fetchSource(name, version, cwd);
    run('dpkg-source', ['-x', dsc, `${target}.part`], { cwd });
    run('mv', [`${target}.part`, target]);
    return target;
  }

  /** Fetches a source package in exactly this version into a folder, as it lies in the archive. */
  fetchSource(name: string, version: string, cwd: string): void {
    this.#update();
    run('apt-get', ['source', '--download-only', '--only-source', `${name}=${version}`], { cwd, env: this.#env });
  }

  #download(name: string, version: string): string {
    const cwd = path.join(this.#folder, 'debs');
    const wanted = `${name.split(':')[0]}_${version.replace(':', '%3a')}_`;
    const find = () => readdirSync(cwd).find((file) => file.startsWith(wanted) && file.endsWith('.deb'));
    if (!find()) {
      this.#update();
      run('apt-get', ['download', `${name}=${version}`], { cwd, env: this.#env });
    }
    return path.join(cwd, find()!);
  }

  /** Reads the archive's lists, once. A list that is just being renewed is no reason to stop: a version that then is not to be had is. */
  #update(): void {
    if (this.#updated) return;
    this.#updated = true;
    try {
      run('apt-get', ['update'], { env: this.#env });
    } catch (error) {
      console.warn(`Not all lists of packages could be read; going on with the rest.\n${(error as Error).message}`);
    }
  }
}

/** A version as file names carry it: without its epoch. */
const fileVersion = (version: string) => version.replace(/^\d+:/, '');

/** Apt with its own folders and both architectures; the sources are those of this machine, with source packages added. */
function aptConfiguration(folder: string): string {
  copySources(path.join(folder, 'sources'));
  return [
    'APT::Architectures { "amd64"; "i386"; };',
    `Dir::State::lists "${folder}/lists";`,
    `Dir::Cache "${folder}/cache";`,
    'Dir::Etc::sourcelist "/dev/null";',
    `Dir::Etc::sourceparts "${folder}/sources";`,
    'APT::Sandbox::User "root";',
    '',
  ].join('\n');
}

function copySources(target: string): void {
  const parts = '/etc/apt/sources.list.d';
  const files = readdirSync(parts).map((name) => path.join(parts, name));
  for (const file of ['/etc/apt/sources.list', ...files]) {
    if (!existsSync(file)) continue;
    const text = readFileSync(file, 'utf8');
    if (!text.includes('debian')) continue;
    const both = text
      .replace(/^Types: deb$/gm, 'Types: deb deb-src')
      .replace(/^deb (.*)$/gm, (line, rest: string) => `${line}\ndeb-src ${rest}`);
    writeFileSync(path.join(target, path.basename(file)), both);
  }
}
