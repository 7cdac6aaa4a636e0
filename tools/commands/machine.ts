import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

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

/** What QEMU starts: a kernel and a disk, and what the VM had in memory when its images were made. */
export interface Disk {
  kernel: string;
  initrd: string;
  image: string;
  memory: string;
  /** Versions of what was installed, by package. */
  versions: Record<string, string>;
}

/** The VM's parts and its one processor: two of them, where the machine has other work, wait for locks that the one that does not run holds. */
const hardware = ({ kernel, initrd, image }: Disk, log: string) =>
  `-M pc -accel tcg -cpu qemu64,-svm -m 1536 -nodefaults -display none -no-reboot -serial file:${log}
  -chardev stdio,id=session -device virtio-serial-pci -device virtserialport,chardev=session,name=session
  -drive file=${image},format=raw,if=virtio,cache=unsafe -kernel ${kernel} -initrd ${initrd}`.split(/\s+/);

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

  static async #spawn(disk: Disk, ...options: string[]): Promise<CommandMachine> {
    const log = path.join(mkdtempSync(path.join(tmpdir(), 'commands-console-')), 'console.log');
    const boot = ['-append', 'console=ttyS0 root=/dev/vda rw quiet panic=-1'];
    const qemu = spawn('qemu-system-x86_64', [...hardware(disk, log), ...boot, ...options], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(qemu, 'spawn');
    return new CommandMachine(qemu, log);
  }

  /** Boots the VM, makes the images in it, and writes what it has in memory then. Its disk keeps what was written. */
  static async prepare(disk: Disk): Promise<void> {
    const socket = `${disk.memory}.socket`;
    const machine = await CommandMachine.#spawn(disk, '-monitor', `unix:${socket},server=on,wait=off`);
    await machine.line('BASE=1');
    const { output, exit } = await machine.line('bash /usr/local/lib/setup.sh < /dev/null', 900);
    if (exit !== 0) {
      await machine.stop();
      throw new Error(`The images could not be made in the VM (exit ${exit}):\n${output}`);
    }
    const monitor = connect(socket).setEncoding('utf8');
    monitor.write(`migrate_set_parameter max-bandwidth 1G\nmigrate "exec:cat > ${disk.memory}"\ninfo migrate\nquit\n`);
    let said = '';
    for await (const text of monitor) said += String(text);
    await machine.stop();
    if (!said.includes('Migration status: completed')) throw new Error(`The memory of the VM was not saved:\n${said}`);
  }

  /** Goes on where {@link prepare} ended. */
  static start = (disk: Disk): Promise<CommandMachine> =>
    CommandMachine.#spawn(disk, '-snapshot', '-incoming', `exec:cat ${disk.memory}`);

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

  /** Ends the shell that {@link enter} started, with all that its lines started in it. */
  async leave(): Promise<void> {
    // A line may have started a shell of its own in this one: the one that all started in knows its name.
    while (!(await this.line('echo "base:$BASE"')).output.endsWith('base:1')) {
      this.#qemu.stdin!.write('exit\n');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  async #until(pattern: RegExp, seconds: number, line = 'the VM'): Promise<RegExpExecArray> {
    for (let waited = 0; waited < seconds * 20; waited += 1) {
      const found = pattern.exec(this.#text);
      if (found) return found;
      if (this.#qemu.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const failure = this.#failure(
      `gave no answer within ${seconds} s to "${line}"; it had printed:\n${this.#text.slice(-2000)}`,
    );
    await this.stop();
    throw failure;
  }

  #failure(what: string): Error {
    return new Error(`The VM ${what}\nIts console ends with:\n${readFileSync(this.#log, 'utf8').slice(-2000)}`);
  }

  /** Ends the VM as by pulling its plug. */
  async stop(): Promise<void> {
    if (this.#qemu.exitCode === null && this.#qemu.signalCode === null) {
      this.#qemu.kill('SIGKILL');
      await once(this.#qemu, 'exit');
    }
    rmSync(path.dirname(this.#log), { recursive: true, force: true });
  }
}
