// npm run labs:try: a terminal in the machine, to try commands while writing a lab. Ctrl+] ends it. With --boot it shows the boot.
import { diskParts } from '../machine/node.ts';
import { Machine } from '../machine/machine.ts';

const start = process.argv.includes('--boot') ? 'boot' : 'resume';
const machine = await Machine[start]('vm1', diskParts(), { output: (text) => process.stdout.write(text) });
await machine.resize(process.stdout.rows ?? 24, process.stdout.columns ?? 80);
process.stdout.on('resize', () => void machine.resize(process.stdout.rows, process.stdout.columns));
process.stdin.setRawMode?.(true);
process.stdin.on('data', (bytes: Buffer) => {
  if (bytes.includes(0x1d)) void machine.end().then(() => process.exit());
  else machine.write(bytes.toString());
});
