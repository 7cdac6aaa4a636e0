import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.ts';

/** Architectures of the packages; sources are fetched with the first. */
type Architecture = 'amd64' | 'i386';

/**
 * Debian packages for the build, kept below one folder, so that the host's apt stays untouched and root is not needed. Each architecture has package
 * lists
 * of its own: apt rejects a whole archive when one of its lists cannot be read.
 */
export class Debian {
  readonly #folder: string;
  readonly #updated = new Set<Architecture>();

  constructor(folder: string) {
    this.#folder = folder;
    for (const name of ['debs', 'unpacked']) mkdirSync(path.join(folder, name), { recursive: true });
    configure(path.join(folder, 'amd64'), 'amd64', true);
    configure(path.join(folder, 'i386'), 'i386', false);
  }

  /** Unpacks the binary package `name` (or `name:architecture`) in exactly this version, and returns its folder. */
  unpack(name: string, version: string): string {
    const target = path.join(this.#folder, 'unpacked', `${name.replace(':', '-')}_${fileVersion(version)}`);
    if (existsSync(target)) return target;
    run('dpkg-deb', ['-x', this.#download(name, version), `${target}.part`]);
    run('mv', [`${target}.part`, target]);
    return target;
  }

  /** Unpacks the source package `name` in exactly this version, with Debian's patches, and returns its folder. */
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

  /** Downloads a source package in exactly this version into a folder, without unpacking it. */
  fetchSource(name: string, version: string, cwd: string): void {
    this.#apt('amd64', ['source', '--download-only', '--only-source', `${name}=${version}`], cwd);
  }

  #download(name: string, version: string): string {
    const cwd = path.join(this.#folder, 'debs');
    const wanted = `${name.split(':')[0]}_${version.replace(':', '%3a')}_`;
    const find = () => readdirSync(cwd).find((file) => file.startsWith(wanted) && file.endsWith('.deb'));
    if (!find()) this.#apt(name.endsWith(':i386') ? 'i386' : 'amd64', ['download', `${name}=${version}`], cwd);
    return path.join(cwd, find()!);
  }

  /** Runs apt-get, updating its lists beforehand once. A list that cannot be read, because it is just being renewed, is no error; a missing version is. */
  #apt(architecture: Architecture, args: string[], cwd: string): void {
    const env = { APT_CONFIG: path.join(this.#folder, architecture, 'apt.conf') };
    if (!this.#updated.has(architecture)) {
      this.#updated.add(architecture);
      try {
        run('apt-get', ['update'], { env });
      } catch (error) {
        console.warn(`Not all lists of packages could be read; going on with the rest.\n${(error as Error).message}`);
      }
    }
    run('apt-get', args, { cwd, env });
  }
}

/** A version as in file names: without its epoch. */
const fileVersion = (version: string) => version.replace(/^\d+:/, '');

/** Writes a configuration of apt with its own folders and the archives of this machine. */
function configure(folder: string, architecture: Architecture, withSources: boolean): void {
  for (const name of ['lists/partial', 'cache/archives/partial', 'sources'])
    mkdirSync(path.join(folder, name), { recursive: true });
  copyArchives(path.join(folder, 'sources'), withSources);
  const lines = [
    `APT::Architecture "${architecture}";`,
    `APT::Architectures { "${architecture}"; };`,
    `Dir::State::lists "${folder}/lists";`,
    `Dir::Cache "${folder}/cache";`,
    'Dir::Etc::sourcelist "/dev/null";',
    `Dir::Etc::sourceparts "${folder}/sources";`,
    'APT::Sandbox::User "root";',
  ];
  writeFileSync(path.join(folder, 'apt.conf'), `${lines.join('\n')}\n`);
}

/** Copies this machine's list of Debian archives, with their sources if wanted. */
function copyArchives(target: string, withSources: boolean): void {
  const parts = '/etc/apt/sources.list.d';
  const files = existsSync(parts) ? readdirSync(parts).map((name) => path.join(parts, name)) : [];
  for (const file of ['/etc/apt/sources.list', ...files]) {
    if (!existsSync(file)) continue;
    const text = readFileSync(file, 'utf8');
    if (!text.includes('debian')) continue;
    const both = text
      .replace(/^Types: deb$/gm, 'Types: deb deb-src')
      .replace(/^deb (.*)$/gm, (line, rest: string) => `${line}\ndeb-src ${rest}`);
    writeFileSync(path.join(target, path.basename(file)), withSources ? both : text);
  }
}
