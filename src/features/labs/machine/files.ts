import { LabError } from './reasons.ts';

/** One file of the machine, as in its manifest. */
export interface MachineFile {
  /** Name with a hash, so that the file can be cached forever. */
  name: string;
  /** Size in bytes, without any content encoding. */
  size: number;
  /** Hash of the content, in hexadecimal digits. */
  sha256: string;
}

/** Parts of the machine that are downloaded. */
export type PartName = 'wasm' | 'state' | 'bios' | 'vgaBios' | 'kernel' | 'initramfs';

/** Content of `image/files/manifest.json`. */
export interface Manifest {
  /** Hash of what determines a VM's behaviour; recordings name it. */
  machine: string;
  /** Version of the npm package v86 that wrote the state and has to read it. */
  v86: string;
  /** Memory of the guest in bytes. */
  memory: number;
  /** Size of the disk in bytes. */
  disk: number;
  /** Command line of the kernel. */
  commandLine: string;
  files: Record<PartName, MachineFile>;
  /** Versions of the Debian packages, the compiler and everything else that went in. */
  versions: Record<string, string>;
}

/** Progress of a download, in bytes. */
export interface Progress {
  part: PartName;
  loaded: number;
  size: number;
}

/** Loads a part: with `fetch` in a browser, from the disk in Node. */
export type LoadPart = (
  part: PartName,
  file: MachineFile,
  progress: (progress: Progress) => void,
) => Promise<Uint8Array>;

/** Loads parts from their addresses. Rejects with a {@link LabError} if a download fails, ends early or is too long. */
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

/** Throws unless the bytes have the size and the hash in the manifest. */
async function holdBytes(file: MachineFile, bytes: Uint8Array): Promise<void> {
  if (bytes.length !== file.size)
    throw new LabError('download-cut', { file: file.name, got: bytes.length, size: file.size });
  // Without https, as from a disk in a classroom, browsers do not have `subtle`; zstd and xz then detect damage by their own checksums.
  if (!globalThis.crypto?.subtle) return;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hex !== file.sha256) throw new LabError('wrong-hash', { file: file.name });
}

/** The parts of one manifest, each loaded once for any number of VMs. */
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

  /** Bytes of a part. A failed download is tried again with the next call. */
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
