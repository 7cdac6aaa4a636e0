import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Disk } from './disk.ts';

/** What one line came to. */
export interface LineResult {
  /** What it printed on both outputs, without the line end at the end. */
  output: string;
  exit: number;
}

/** What ends the output of a line: its exit code between signs that nothing prints by itself. */
const mark = /\n?@@(\d+)@@\n/;

/** What moves the cursor of a terminal or clears it, as firmware does: of a text it is no part. */
const controls = /\x1b(?:\[[0-9;?]*[A-Za-z]|c)/g;

/**
 * The VM in which the commands run, emulated by QEMU, so that it is the same wherever this runs. Its disk is given back as it was.
 * Its processor has no virtualization of its own to give, as most rented servers have none.
 * Lines are typed into one shell, one after the other, and each is waited for: a line may start a shell of its own, which then gets the next ones.
 */
export class CommandMachine {
  readonly #qemu: ChildProcess;
  readonly #log: string;
  #text = '';

  private constructor(qemu: ChildProcess, log: string) {
    this.#qemu = qemu;
    this.#log = log;
    qemu.stdout!.setEncoding('utf8').on('data', (text: string) => (this.#text += text));
  }

  /** Starts the VM and makes the images in it. */
  static async start({ kernel, initrd, image }: Disk): Promise<CommandMachine> {
    const log = path.join(path.dirname(image), 'console.log');
    const qemu = spawn(
      'qemu-system-x86_64',
      [
        ...[
          '-M',
          'pc',
          '-accel',
          'tcg,thread=multi',
          '-cpu',
          'qemu64,-svm',
          '-smp',
          '2',
          '-m',
          '1536',
          '-nodefaults',
          '-display',
          'none',
        ],
        ...['-no-reboot', '-serial', `file:${log}`, '-snapshot', '-chardev', 'stdio,id=session'],
        ...['-device', 'virtio-serial-pci', '-device', 'virtserialport,chardev=session,name=session'],
        ...['-kernel', kernel, '-initrd', initrd, '-append', 'console=ttyS0 root=/dev/vda rw quiet panic=-1'],
        ...['-drive', `file=${image},format=raw,if=virtio,cache=unsafe`],
      ],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    await once(qemu, 'spawn');
    const machine = new CommandMachine(qemu, log);
    await machine.line('BASE=1');
    const { output, exit } = await machine.line('bash /usr/local/lib/setup.sh < /dev/null', 900);
    if (exit === 0) return machine;
    await machine.stop();
    throw new Error(`The images could not be made in the VM (exit ${exit}):\n${output}`);
  }

  /** Types a line and waits until the shell is through with it. */
  async line(text: string, seconds = 600): Promise<LineResult> {
    this.#qemu.stdin!.write(`${text}\n`);
    // A shell that is replaced takes with it what it has read already, so the mark comes once the next one reads.
    if (text.startsWith('exec ')) await new Promise((resolve) => setTimeout(resolve, 2000));
    this.#qemu.stdin!.write('echo "@@$?@@"\n');
    const found = await this.#until(mark, seconds, text);
    const output = this.#text.slice(0, found.index).replace(controls, '').replaceAll('\r', '').replace(/\n+$/, '');
    this.#text = this.#text.slice(found.index + found[0].length);
    return { output, exit: Number(found[1]) };
  }

  /** Starts a new shell for the next lines, of the ordinary user or of root, in an empty folder of its own. */
  async enter(user: 'reader' | 'root'): Promise<void> {
    await this.line(user === 'root' ? 'bash' : 'su reader -c bash');
    await this.line(
      'cd "$(mktemp -d)"; export HOME=$(getent passwd "$(id -un)" | cut -d: -f6) USER=$(id -un) XDG_RUNTIME_DIR=/run/user/$(id -u)',
    );
  }

  /** Ends the shell that {@link enter} started, with all that its lines started in it, and what the block left behind. */
  async leave(): Promise<void> {
    // A line may have started a shell of its own in this one: the one that all started in knows its name.
    while (!(await this.line('echo "base:$BASE"')).output.endsWith('base:1')) {
      this.#qemu.stdin!.write('exit\n');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    await this.line('docker rm -f $(docker ps -aq) 2> /dev/null; docker volume prune -af > /dev/null');
    await this.line('pkill qemu-system');
    await this.line('podman rm -fa -t 0 > /dev/null; podman volume prune -f > /dev/null');
  }

  async #until(pattern: RegExp, seconds: number, line = 'the VM'): Promise<RegExpExecArray> {
    for (let waited = 0; waited < seconds * 20; waited += 1) {
      const found = pattern.exec(this.#text);
      if (found) return found;
      if (this.#qemu.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const printed = this.#text;
    await this.stop();
    throw this.#failure(`gave no answer within ${seconds} s to "${line}"; it had printed:\n${printed.slice(-2000)}`);
  }

  #failure(what: string): Error {
    return new Error(`The VM ${what}\nIts console ends with:\n${readFileSync(this.#log, 'utf8').slice(-2000)}`);
  }

  /** Ends the VM as by pulling its plug. */
  async stop(): Promise<void> {
    if (this.#qemu.exitCode !== null || this.#qemu.signalCode !== null) return;
    this.#qemu.kill('SIGKILL');
    await once(this.#qemu, 'exit');
  }
}
