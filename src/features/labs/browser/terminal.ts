import { FitAddon } from '@xterm/addon-fit';
import { Terminal, type ITerminalOptions } from '@xterm/xterm';

/** A terminal in the page. */
export interface LabTerminal {
  terminal: Terminal;
  /** Fits rows and columns to the element, and returns them. */
  fit: () => { rows: number; cols: number };
  /** Takes it out of the page. */
  dispose: () => void;
}

/**
 * Opens a terminal in `element`. Its style sheet, `@xterm/xterm/css/xterm.css`, is the page's to load.
 * `leave` is called after Escape and then Tab (or Shift+Tab, `back`): the terminal must not be a keyboard trap, and Tab alone belongs to the shell.
 */
export function openTerminal(
  element: HTMLElement,
  options: ITerminalOptions,
  on: { data: (text: string) => void; leave: (back: boolean) => void },
): LabTerminal {
  const { document: own, dispose: disposeStyles } = documentWithoutInlineStyles();
  const terminal = new Terminal({ screenReaderMode: true, cursorBlink: false, scrollback: 2000, ...options, documentOverride: own });
  const fitAddon = new FitAddon();
  terminal.loadAddon(fitAddon);
  let escaped = false;
  terminal.attachCustomKeyEventHandler((event) => {
    if (event.type !== 'keydown') return true;
    if (escaped && event.key === 'Tab') {
      event.preventDefault();
      on.leave(event.shiftKey);
      return (escaped = false);
    }
    if (event.key !== 'Shift') escaped = event.key === 'Escape';
    return true;
  });
  terminal.onData(on.data);
  terminal.open(element);
  return {
    terminal,
    fit: () => {
      fitAddon.fit();
      return { rows: terminal.rows, cols: terminal.cols };
    },
    dispose: () => {
      terminal.dispose();
      disposeStyles();
    },
  };
}

/**
 * The page's document, but for this: where xterm makes a `style` element, which a strict policy refuses, it gets an element whose text becomes a constructed
 * style sheet. Those are made by script and not by markup, and the policy allows them.
 */
function documentWithoutInlineStyles(): { document: Document; dispose: () => void } {
  const sheets: CSSStyleSheet[] = [];
  const standIn = () => {
    const element = document.createElement('span');
    const sheet = new CSSStyleSheet();
    element.hidden = true;
    sheets.push(sheet);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    Object.defineProperty(element, 'textContent', { get: () => '', set: (css: string) => sheet.replaceSync(css) });
    return element;
  };
  const own = new Proxy(document, {
    get(target, name) {
      if (name === 'createElement') return (tag: string) => (tag === 'style' ? standIn() : target.createElement(tag));
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
  const dispose = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  };
  return { document: own, dispose };
}
