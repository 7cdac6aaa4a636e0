// `npm start`, `npm test` and `npm run dev` come through here. Plain JavaScript without a dependency, since it runs on
// whatever Node the machine has, before anything is installed; what it starts then runs on the Node that npm installs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.installed`;
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs npm in the project's root and gives its exit code. */
const run = (...args) =>
  spawnSync(npm, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;

/** What the installed packages depend on: the two files that name them. */
const wanted = () =>
  createHash('sha256')
    .update(readFileSync(`${root}package.json`))
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');

function install() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return;
  console.log('Installing packages …');
  // A registry that lacks another platform's optional binaries makes `npm ci` refuse a lockfile that `npm install` accepts.
  if (run('ci') !== 0 && run('install') !== 0) {
    console.error('npm could not install the packages. Check the network and the registry, then try again.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted());
}

function requireNode() {
  const found = spawnSync(npm, ['exec', '--', 'node', '--version'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [major = 0, minor = 0] = (found.stdout ?? '').trim().replace(/^v/, '').split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) return;
  console.error(
    `The scripts need Node 22.12 or later and got ${found.stdout?.trim() || 'none'}. The package "node" brings one by its install script: ` +
      'allow install scripts (npm config set ignore-scripts false), delete node_modules and try again, or install Node 24.',
  );
  process.exit(1);
}

install();
requireNode();
process.exit(run('run', '--silent', process.argv[2] ?? 'serve'));
