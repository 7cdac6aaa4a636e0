import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Result of one line. */
export interface LineResult {
  /** Output on stdout and stderr, without the line break at its end. */
  output: string;
  exit: number;
}

/** Marks the end of a line's output: its exit code, between characters that nothing else prints. */
const mark = /\n?@@(\d+)@@\n/;

/** Sequences that move the cursor of a terminal or clear it, as firmware prints them. They are no part of the text. */
const controls = /\x1b(?:\[[0-9;?]*[A-Za-z]|c)/g;

/** Files that QEMU starts from: a kernel and a disk, and the memory of the VM after its images were made. */
export interface Disk {
  kernel: string;
  initrd: string;
  image: string;
  memory: string;
  /** Versions of what was installed, by package. */
  versions: Record<string, string>;
}

/** Hardware of the VM, with one processor: on a busy machine, one of two waits for locks that the other holds while it is not running. */
const hardware = ({ kernel, initrd, image }: Disk, log: string) =>
  `-M pc -accel tcg -cpu qemu64,-svm -m 1536 -nodefaults -display none -no-reboot -serial file:${log}
  -chardev stdio,id=session -device virtio-serial-pci -device virtserialport,chardev=session,name=session
  -drive file=${image},format=raw,if=virtio,cache=unsafe -kernel ${kernel} -initrd ${initrd}`.split(/\s+/);

/**
 * The VM in which the commands run, emulated by QEMU, so that it is the same everywhere. Its disk is reset afterwards.
 * Its processor offers no nested virtualization, like those of most rented servers.
 * Lines are typed into one shell, each after the one before has ended: a line may start a shell of its own, which then gets the next ones.
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

  /** Boots the VM, makes the images in it, and saves its memory. Changes on its disk are kept. */
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

  /** Resumes where {@link prepare} ended. */
  static start = (disk: Disk): Promise<CommandMachine> =>
    CommandMachine.#spawn(disk, '-snapshot', '-incoming', `exec:cat ${disk.memory}`);

  /** Types a line and waits until the shell has finished it. */
  async line(text: string, seconds = 600): Promise<LineResult> {
    this.#qemu.stdin!.write(`${text}\n`);
    // A shell that is replaced takes with it what it has read already, so send the mark once the next one is reading.
    if (text.startsWith('exec ')) await new Promise((resolve) => setTimeout(resolve, 2000));
    this.#qemu.stdin!.write('echo "@@$?@@"\n');
    const found = await this.#until(mark, seconds, text);
    const output = this.#text.slice(0, found.index).replace(controls, '').replaceAll('\r', '').replace(/\n+$/, '');
    this.#text = this.#text.slice(found.index + found[0].length);
    return { output, exit: Number(found[1]) };
  }

  /** Starts a new shell for the next lines, as the ordinary user or as root, in an empty folder of its own. */
  async enter(user: 'reader' | 'root'): Promise<void> {
    await this.line(user === 'root' ? 'bash' : 'su reader -c bash');
    await this.line(
      'cd "$(mktemp -d)"; export HOME=$(getent passwd "$(id -un)" | cut -d: -f6) USER=$(id -un) XDG_RUNTIME_DIR=/run/user/$(id -u)',
    );
  }

  /**
   * Ends the shell that {@link enter} started, with everything that its lines started in it, and cleans up after the block.
   * @param typed the lines: a program that they do not name has left nothing, and checking it takes a second
   */
  async leave(typed: string): Promise<void> {
    // A line may have started a nested shell: only the outermost one has the variable BASE.
    while (!(await this.line('echo "base:$BASE"')).output.endsWith('base:1')) {
      this.#qemu.stdin!.write('exit\n');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const cleaning = {
      docker: 'docker rm -f $(docker ps -aq) 2> /dev/null; docker volume prune -af > /dev/null',
      qemu: 'pkill qemu-system',
      podman: 'podman rm -fa -t 0 > /dev/null; podman volume prune -f > /dev/null',
    };
    for (const [name, line] of Object.entries(cleaning)) if (typed.includes(name)) await this.line(line);
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

  /** Kills the VM, as if by pulling its plug. */
  async stop(): Promise<void> {
    if (this.#qemu.exitCode === null && this.#qemu.signalCode === null) {
      this.#qemu.kill('SIGKILL');
      await once(this.#qemu, 'exit');
    }
    rmSync(path.dirname(this.#log), { recursive: true, force: true });
  }
}
