import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { run } from './run.ts';

/** Environment that makes a build of the kernel reproducible. */
export const fixed = {
  KBUILD_BUILD_TIMESTAMP: '2026-01-01',
  KBUILD_BUILD_USER: 'labs',
  KBUILD_BUILD_HOST: 'labs',
  KBUILD_BUILD_VERSION: '1',
  SOURCE_DATE_EPOCH: '1767225600',
};

/** A kernel and the complete configuration it was built with. */
export interface Kernel {
  /** The bzImage. */
  image: Buffer;
  configuration: string;
}

/**
 * Builds the kernel from Debian's source package, below `folder`, or reuses the last build if source, fragment and compiler are the same.
 * @param attempt suffix that keeps a second build apart, to compare both
 */
export function buildKernel(folder: string, unpacked: string, fragment: string, attempt = ''): Kernel {
  const compiler = run('gcc', ['--version']).toString().split('\n')[0]!;
  const key = createHash('sha256').update([unpacked, fragment, compiler].join('\n')).digest('hex').slice(0, 12);
  const tree = sourceTree(folder, unpacked);
  const out = path.join(folder, `kernel-${key}${attempt}`);
  const image = path.join(out, 'arch/x86/boot/bzImage');
  const make = (...targets: string[]) =>
    run('nice', ['-n', '10', 'make', '-s', '-j2', '-C', tree, 'ARCH=i386', `O=${out}`, ...targets], { env: fixed });
  if (!existsSync(path.join(out, 'done'))) {
    run('mkdir', ['-p', out]);
    make('tinyconfig');
    const fragmentFile = path.join(out, 'fragment.config');
    writeFileSync(fragmentFile, fragment);
    run(
      path.join(tree, 'scripts/kconfig/merge_config.sh'),
      ['-O', out, '-m', path.join(out, '.config'), fragmentFile],
      { cwd: tree },
    );
    make('olddefconfig');
    holdFragment(fragment, readFileSync(path.join(out, '.config'), 'utf8'));
    make('bzImage');
    writeFileSync(path.join(out, 'done'), '');
  }
  return { image: readFileSync(image), configuration: readFileSync(path.join(out, '.config'), 'utf8') };
}

function sourceTree(folder: string, unpacked: string): string {
  const tree = path.join(folder, path.basename(unpacked));
  if (existsSync(tree)) return tree;
  const archive = run('find', [path.join(unpacked, 'usr/src'), '-name', '*.tar.xz'])
    .toString()
    .trim();
  run('mkdir', ['-p', `${tree}.part`]);
  run('tar', ['-xf', archive, '-C', `${tree}.part`, '--strip-components', '1']);
  run('mv', [`${tree}.part`, tree]);
  return tree;
}

/** Throws if the kernel's own rules have dropped a line of the fragment. */
function holdFragment(fragment: string, configuration: string): void {
  const lines = new Set(configuration.split('\n'));
  const lost = fragment
    .split('\n')
    .filter((line) => /^(CONFIG_\w+=|# CONFIG_\w+ is not set$)/.test(line))
    // An option that is off and not even available is off all the same.
    .filter(
      (line) => !lines.has(line) && !(line.startsWith('#') && !configuration.includes(`${line.split(' ')[1]!}=`)),
    );
  if (lost.length > 0)
    throw new Error(
      `src/features/labs/image/kernel.config: the kernel does not take\n${lost.join('\n')}\nSomething they depend on is missing.`,
    );
}
