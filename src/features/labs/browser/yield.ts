/**
 * Must be the worker's first import. As its timer, v86 creates a worker from a `blob:`, which a strict policy blocks. This class replaces that
 * worker:
 * it replies through a channel, which browsers do not throttle, and keeps timers from nesting, which browsers do throttle.
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
