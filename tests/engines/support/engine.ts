import type { EngineName } from '../../../tools/browsers/engines.ts';

/** Keys that a test presses, by the names of the web platform: `Escape`, `Tab`, `Control+k`. */
export type Keys = string;

/** What the common suite needs of a browser: the least that all three can do. */
export interface Engine {
  name: EngineName;
  /** Loads an address of the site. */
  open(address: string): Promise<void>;
  /** Gives the window an inner size, px, and returns the width that it took: WebKit's window has a least one. */
  resize(width: number, height: number): Promise<number>;
  /** Runs a function in the page. It must not use what stands outside it. */
  run<A extends unknown[], R>(what: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  press(keys: Keys): Promise<void>;
  type(text: string): Promise<void>;
  /** Moves the pointer onto the middle of an element. */
  hover(selector: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** The page on A4 as a PDF file. */
  pdf(): Promise<Uint8Array>;
  picture(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** An engine that does not start: a fault of the machine or of the driver, and not of any page. */
export class EngineStartError extends Error {
  constructor(name: EngineName, program: string, cause: unknown) {
    super(
      `${name} does not start (${program}), so no page was tried in it: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
    this.name = 'EngineStartError';
  }
}

/** What a page does wrong, as one line: engine, page, width, element and fault. */
export const finding = (engine: EngineName, address: string, width: number, element: string, fault: string): string =>
  `${engine} ${address} at ${width} px: ${element} ${fault}`;
