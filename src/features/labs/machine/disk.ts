/** The VM's disk, as v86 expects a custom disk image: this way it can be read after the VM is gone. Reads and writes are synchronous. */
export class Disk {
  buffer: ArrayBuffer;
  onload: ((event: { buffer: ArrayBuffer }) => void) | undefined;
  onprogress: (() => void) | undefined;

  constructor(bytes: Uint8Array) {
    this.buffer = Uint8Array.from(bytes).buffer;
  }

  get byteLength(): number {
    return this.buffer.byteLength;
  }

  load(): void {
    this.onload?.({ buffer: this.buffer });
  }

  get(start: number, length: number, done: (bytes: Uint8Array) => void): void {
    done(this.get_from_cache(start, length));
  }

  get_and_cache(start: number, length: number, done: (bytes: Uint8Array) => void): void {
    this.get(start, length, done);
  }

  get_from_cache(start: number, length: number): Uint8Array {
    return new Uint8Array(this.buffer, start, length);
  }

  set(start: number, bytes: Uint8Array, done: () => void): void {
    new Uint8Array(this.buffer).set(bytes, start);
    done();
  }

  get_buffer(done: (buffer: ArrayBuffer) => void): void {
    done(this.buffer);
  }

  /** What a saved state contains of it. */
  get_state(): [Uint8Array] {
    return [new Uint8Array(this.buffer)];
  }

  set_state([bytes]: [Uint8Array]): void {
    this.buffer = Uint8Array.from(bytes).buffer;
  }
}
