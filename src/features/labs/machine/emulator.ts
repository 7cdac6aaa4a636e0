import { V86, type V86Options } from 'v86';
import { Disk } from './disk.ts';
import type { Parts } from './files.ts';
import { asLabError, LabError } from './reasons.ts';

/** The emulated PC: its two serial lines, its state and its end. Knows nothing of Linux. */
export interface Emulator {
  /** Sends bytes to a serial line: 0 is the reader's terminal, 1 the agent's. */
  send(line: 0 | 1, bytes: Uint8Array): void;
  run(): Promise<void>;
  stop(): Promise<void>;
  save(): Promise<ArrayBuffer>;
  restore(state: ArrayBuffer): Promise<void>;
  /** Content of the disk, which outlives the VM. */
  disk(): Uint8Array;
  destroy(): Promise<void>;
}

/** What an emulator is made with. */
export interface EmulatorOptions {
  parts: Parts;
  /** `boot` starts kernel and initramfs; `resume` is given a state afterwards and downloads neither. */
  start: 'boot' | 'resume';
  /** Content of the disk; an empty one if there is none yet. */
  disk?: Uint8Array;
  /** Receives what the guest sends on a serial line, a few milliseconds' worth at a time. */
  output: (line: 0 | 1, bytes: Uint8Array) => void;
}

const mebibyte = 2 ** 20;
/** What the emulator takes beside the guest's memory: itself, its translations, and a state that is being read. */
const overhead = 40 * mebibyte;
const page = 65_536;

/** Stops with a reason, before anything is downloaded, where a VM cannot run at all. */
export function holdAbility(memory: number): void {
  if (typeof WebAssembly !== 'object') throw new LabError('no-webassembly');
  try {
    // The smallest module there is: refused where the policy does not allow WebAssembly.
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    throw new LabError('no-webassembly');
  }
  try {
    new WebAssembly.Memory({ initial: Math.ceil((memory + overhead) / page) });
  } catch {
    throw new LabError('no-memory', { megabytes: Math.round((memory + overhead) / mebibyte) });
  }
}

/** An ArrayBuffer of its own with these bytes: the emulator keeps and writes what it is given. */
const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** The parts that a cold boot needs, as v86 wants them. */
async function bootParts(parts: Parts): Promise<V86Options> {
  const [bios, vgaBios, kernel, initramfs] = await Promise.all(
    (['bios', 'vgaBios', 'kernel', 'initramfs'] as const).map((part) => parts.get(part)),
  );
  return {
    bios: { buffer: bufferOf(bios!) },
    vga_bios: { buffer: bufferOf(vgaBios!) },
    bzimage: { buffer: bufferOf(kernel!) },
    initrd: { buffer: bufferOf(initramfs!) },
    cmdline: parts.manifest.commandLine,
  };
}

/** Makes an emulated PC that does not run yet. */
export async function createEmulator({ parts, start, disk, output }: EmulatorOptions): Promise<Emulator> {
  const { manifest } = parts;
  holdAbility(manifest.memory);
  const wasm = await moduleOf(parts);
  const boot = start === 'boot' ? await bootParts(parts) : {};
  const hda = new Disk(disk ?? new Uint8Array(manifest.disk));
  const vm = await loaded(
    {
      ...boot,
      memory_size: manifest.memory,
      vga_memory_size: mebibyte,
      hda: hda as unknown as NonNullable<V86Options['hda']>,
      uart1: true,
      autostart: false,
      disable_keyboard: true,
      disable_mouse: true,
      disable_speaker: true,
      fastboot: true,
    },
    wasm,
  );
  const close = collect(vm, output);
  return {
    send: (line, bytes) => vm.serial_send_bytes(line, bytes),
    run: () => vm.run(),
    stop: () => vm.stop(),
    save: () => vm.save_state(),
    restore: async (state) => {
      await vm.restore_state(state).catch((error: unknown) => {
        throw new LabError('wrong-state', { message: error instanceof Error ? error.message : String(error) });
      });
    },
    disk: () => new Uint8Array(hda.buffer),
    destroy: async () => {
      close();
      await vm.destroy();
    },
  };
}

const modules = new WeakMap<Parts, Promise<WebAssembly.Module>>();

/** The emulator's module, compiled once for all VMs of one page. */
function moduleOf(parts: Parts): Promise<WebAssembly.Module> {
  const known = modules.get(parts);
  if (known) return known;
  const compiling = parts.get('wasm').then((bytes) => WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>));
  compiling.catch(() => modules.delete(parts));
  modules.set(parts, compiling);
  return compiling;
}

/** v86, loaded. It throws what goes wrong into the void, so that here the first of its own steps is watched. */
function loaded(options: V86Options, wasm: WebAssembly.Module): Promise<V86> {
  return new Promise((resolve, reject) => {
    try {
      const vm = new V86({
        ...options,
        wasm_fn: async (imports) => {
          try {
            return (await WebAssembly.instantiate(wasm, imports)).exports;
          } catch (error) {
            reject(asLabError(error));
            throw error;
          }
        },
      });
      vm.add_listener('emulator-loaded', () => resolve(vm));
    } catch (error) {
      reject(asLabError(error));
    }
  });
}

/** Hands on what the serial lines say, gathered: v86 tells every byte by itself. Returns how to stop. */
function collect(vm: V86, output: EmulatorOptions['output']): () => void {
  const lines = [0, 1] as const;
  const held: Record<0 | 1, number[]> = { 0: [], 1: [] };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    for (const line of lines) if (held[line].length > 0) output(line, Uint8Array.from(held[line].splice(0)));
  };
  for (const line of lines)
    vm.add_listener(`serial${line}-output-byte`, (byte) => {
      held[line].push(byte);
      timer ??= setTimeout(flush, 4);
    });
  return () => clearTimeout(timer);
}
