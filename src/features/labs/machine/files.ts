import { LabError } from './reasons.ts';

/** One file of the machine, as its manifest lists it. */
export interface MachineFile {
  /** Name with a hash in it, so that it can be kept for ever. */
  name: string;
  /** Bytes, decoded. */
  size: number;
  sha256: string;
}

/** Parts of the machine that are downloaded. */
export type PartName = 'wasm' | 'state' | 'bios' | 'vgaBios' | 'kernel' | 'initramfs';

/** What `image/files/manifest.json` says of the machine. */
export interface Manifest {
  /** Hash of all that shapes a VM's behaviour; recordings name it. */
  machine: string;
  /** Version of the npm package v86 that wrote the state and must read it. */
  v86: string;
  memory: number;
  disk: number;
  /** Command line of the kernel. */
  commandLine: string;
  files: Record<PartName, MachineFile>;
  /** Versions of Debian's packages, of the compiler and of what else went in. */
  versions: Record<string, string>;
}

/** How far a download is. */
export interface Progress {
  part: PartName;
  loaded: number;
  size: number;
}

/** Where parts come from: `fetch` in a browser, the disk in Node. */
export type LoadPart = (
  part: PartName,
  file: MachineFile,
  progress: (progress: Progress) => void,
) => Promise<Uint8Array>;

/** Loads parts from their addresses. */
export const fetchParts =
  (urls: Record<PartName, string>): LoadPart =>
  async (part, file, progress) => {
    const response = await fetch(urls[part]).catch(() => undefined);
    if (!response?.ok || !response.body)
      throw new LabError('download-failed', { file: file.name, status: response?.status ?? 0 });
    const bytes = new Uint8Array(file.size);
    let loaded = 0;
    try {
      for (const reader = response.body.getReader(); ;) {
        const { done, value } = await reader.read();
        if (done) break;
        if (loaded + value.length > file.size) throw new LabError('wrong-hash', { file: file.name });
        bytes.set(value, loaded);
        loaded += value.length;
        progress({ part, loaded, size: file.size });
      }
    } catch (error) {
      if (error instanceof LabError) throw error;
      throw new LabError('download-cut', { file: file.name, got: loaded, size: file.size });
    }
    return bytes.subarray(0, loaded);
  };

/** Stops unless these are the bytes that the manifest promises. */
async function holdBytes(file: MachineFile, bytes: Uint8Array): Promise<void> {
  if (bytes.length !== file.size)
    throw new LabError('download-cut', { file: file.name, got: bytes.length, size: file.size });
  // Without https, as from a disk in a classroom, browsers have no `subtle`; zstd and xz then find damage by their own sums.
  if (!globalThis.crypto?.subtle) return;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hex !== file.sha256) throw new LabError('wrong-hash', { file: file.name });
}

/** The parts of one manifest, each loaded once however many VMs there are. */
export class Parts {
  readonly manifest: Manifest;
  readonly #load: LoadPart;
  readonly #progress: (progress: Progress) => void;
  readonly #loaded = new Map<PartName, Promise<Uint8Array>>();

  constructor(manifest: Manifest, load: LoadPart, progress: (progress: Progress) => void = () => {}) {
    this.manifest = manifest;
    this.#load = load;
    this.#progress = progress;
  }

  /** Bytes of a part. One that failed is asked for anew next time. */
  get(part: PartName): Promise<Uint8Array> {
    const known = this.#loaded.get(part);
    if (known) return known;
    const file = this.manifest.files[part];
    const loading = this.#load(part, file, this.#progress).then(async (bytes) => {
      await holdBytes(file, bytes);
      return bytes;
    });
    loading.catch(() => this.#loaded.delete(part));
    this.#loaded.set(part, loading);
    return loading;
  }
}
