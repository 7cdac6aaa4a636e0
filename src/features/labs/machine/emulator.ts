import { V86, type V86Options } from 'v86';
import { Disk } from './disk.ts';
import type { Parts } from './files.ts';
import { asLabError, LabError } from './reasons.ts';

/** The emulated PC: its two serial lines, its state and its lifetime. Independent of Linux. */
export interface Emulator {
  /** Sends bytes to a serial line: 0 is the reader's terminal, 1 the agent's. */
  send(line: 0 | 1, bytes: Uint8Array): void;
  run(): Promise<void>;
  stop(): Promise<void>;
  /** Returns the complete state of the PC, including its disk. */
  save(): Promise<ArrayBuffer>;
  /** Rejects with the reason `wrong-state` if another version of the emulator saved the state. */
  restore(state: ArrayBuffer): Promise<void>;
  /** Content of the disk, which outlives the VM. */
  disk(): Uint8Array;
  /** Ends the PC, which frees its memory. */
  destroy(): Promise<void>;
}

/** Options of {@link createEmulator}. */
export interface EmulatorOptions {
  parts: Parts;
  /** `boot` starts kernel and initramfs; `resume` gets a state afterwards and downloads neither. */
  start: 'boot' | 'resume';
  /** Content of the disk; empty by default. */
  disk?: Uint8Array;
  /** Called with what the guest sends on a serial line, a few milliseconds' worth at a time. */
  output: (line: 0 | 1, bytes: Uint8Array) => void;
}

const mebibyte = 2 ** 20;
/** Bytes that the emulator needs besides the guest's memory: for itself, its translations, and a state that is being read. */
const overhead = 40 * mebibyte;
const page = 65_536;

/**
 * Throws where a VM cannot run at all, before anything is downloaded.
 * @param memory memory of the guest in bytes
 */
export function holdAbility(memory: number): void {
  if (typeof WebAssembly !== 'object') throw new LabError('no-webassembly');
  try {
    // The smallest module there is: rejected if the policy does not allow WebAssembly.
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

/** Copies bytes into an ArrayBuffer of their own: the emulator keeps and modifies what it gets. */
const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** The parts for a cold boot, as options of v86. */
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

/**
 * Creates an emulated PC that is not running yet.
 * @throws a {@link LabError} if a VM cannot run here, or a part cannot be loaded
 */
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

/** The emulator's module, compiled once for all VMs of a page. */
function moduleOf(parts: Parts): Promise<WebAssembly.Module> {
  const known = modules.get(parts);
  if (known) return known;
  const compiling = parts.get('wasm').then((bytes) => WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>));
  compiling.catch(() => modules.delete(parts));
  modules.set(parts, compiling);
  return compiling;
}

/** Loads v86. It swallows its own errors, so the WebAssembly step is wrapped to catch them. */
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

/** Batches the output of the serial lines, which v86 reports byte by byte. Returns a function that stops. */
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
