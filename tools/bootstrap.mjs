// Entry point of `npm start`, `npm test` and `npm run dev`. Plain JavaScript without a dependency, because it runs on
// whatever Node the machine has, before anything is installed; what it starts runs on the Node that npm installs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.installed`;
const windows = process.platform === 'win32';

/** Runs npm in the project root. Errors are shown, but no notes on engines, funding and deprecation. */
const npm = (args, stdio = 'inherit') =>
  spawnSync(windows ? 'npm.cmd' : 'npm', ['--loglevel=error', '--no-fund', '--no-audit', ...args], {
    cwd: root,
    stdio,
    encoding: 'utf8',
    shell: windows,
  });

/** Hash of the two files that determine the installed packages. */
const wanted = () =>
  createHash('sha256')
    .update(readFileSync(`${root}package.json`))
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');

function fail(message) {
  console.error(message);
  process.exit(1);
}

function install() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return;
  console.log('Installing packages, which takes a minute or two …');
  const started = Date.now();
  if (npm(['ci']).status !== 0) {
    // Some registries do not have the optional binaries of other platforms, which only `npm ci` requires.
    console.log(
      'npm ci did not accept package-lock.json, for the reason above. Trying npm install --no-save, which takes the same versions and leaves both files as they are …',
    );
    if (npm(['install', '--no-save']).status !== 0)
      fail('npm could not install the packages. Check the network and the registry, then try again.');
  }
  writeFileSync(stamp, wanted());
  console.log(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** The commands are TypeScript, which Node runs natively from 22.18 on. */
function requireNode() {
  const found = (npm(['exec', '--', 'node', '--version'], 'pipe').stdout ?? '').trim();
  const [major = 0, minor = 0] = found.replace(/^v/, '').split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return;
  fail(
    `The scripts need Node 22.18 or later and got ${found || 'none'}. The package "node" brings one by its install script: ` +
      'allow install scripts (npm config set ignore-scripts false), delete node_modules and try again, or install Node 24.',
  );
}

install();
requireNode();
process.exit(npm(['run', '--silent', process.argv[2] ?? 'serve']).status ?? 1);
