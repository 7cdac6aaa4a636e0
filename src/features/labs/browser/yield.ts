/**
 * Must be the worker's first import. v86 wants a worker of its own as its timer, made from a `blob:` that a strict policy refuses. This one stands in for it:
 * it answers through a channel, which no browser slows down, and keeps the nesting of timers flat, which browsers do slow down.
 */
class Timer {
  onmessage: ((event: { data: unknown }) => void) | undefined;
  readonly #channel = new MessageChannel();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#channel.port1.onmessage = ({ data }: MessageEvent<{ t: number; tick: unknown }>) => {
      clearTimeout(this.#timer);
      if (data.t < 1) this.onmessage?.({ data: data.tick });
      else this.#timer = setTimeout(() => this.onmessage?.({ data: data.tick }), data.t);
    };
  }

  postMessage(message: { t: number; tick: unknown }): void {
    this.#channel.port2.postMessage(message);
  }

  terminate(): void {
    clearTimeout(this.#timer);
    this.#channel.port1.close();
  }
}

(globalThis as { Worker?: unknown }).Worker = Timer;
