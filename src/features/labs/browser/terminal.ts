import { FitAddon } from '@xterm/addon-fit';
import { Terminal, type ITerminalOptions } from '@xterm/xterm';

/** A terminal in the page. */
export interface LabTerminal {
  terminal: Terminal;
  /** Fits rows and columns to the element, and returns them. */
  fit: () => { rows: number; cols: number };
  /** Removes it from the page. */
  dispose: () => void;
}

/**
 * Milliseconds that an Escape waits for a Tab. An Escape that went to the shell first would become part of a key sequence with the next keys: on a
 * slow
 * machine, the shell reads it together with what is typed after the reader has come back.
 */
const escapeWaits = 100;

/** Forwards typed text, but holds an Escape back for a moment, in case a Tab follows: `press` holds one, `drop` discards it. */
function holdEscape(data: (text: string) => void) {
  let held: ReturnType<typeof setTimeout> | undefined;
  const drop = () => {
    clearTimeout(held);
    held = undefined;
  };
  const send = (text: string) => {
    const all = held === undefined ? text : `\u001b${text}`;
    drop();
    if (all !== '') data(all);
  };
  const press = () => {
    send('');
    held = setTimeout(() => send(''), escapeWaits);
  };
  return { send, press, drop };
}

/**
 * Opens a terminal in `element`. The page has to load its style sheet, `@xterm/xterm/css/xterm.css`.
 * @param on `leave` is called after Escape and then Tab (or Shift+Tab, `back`): the terminal must not be a keyboard trap, and Tab alone belongs to
 * the shell
 */
export function openTerminal(
  element: HTMLElement,
  options: ITerminalOptions,
  on: { data: (text: string) => void; leave: (back: boolean) => void },
): LabTerminal {
  const disposeStyles = constructStyles();
  const terminal = new Terminal({ screenReaderMode: true, cursorBlink: false, scrollback: 2000, ...options });
  const fitAddon = new FitAddon();
  terminal.loadAddon(fitAddon);
  let escaped = false;
  const escape = holdEscape(on.data);
  terminal.attachCustomKeyEventHandler((event) => {
    if (event.type !== 'keydown') return true;
    // Leave these to the browser, which copies the selection and pastes: no lab needs Ctrl+V in the shell.
    const letter = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : '';
    if (letter === 'v' || (letter === 'c' && terminal.hasSelection())) return false;
    if (escaped && event.key === 'Tab') {
      event.preventDefault();
      escape.drop();
      on.leave(event.shiftKey);
      return (escaped = false);
    }
    if (event.key !== 'Shift') escaped = event.key === 'Escape';
    if (!escaped || event.key === 'Shift') return true;
    event.preventDefault();
    escape.press();
    return false;
  });
  terminal.onData(escape.send);
  terminal.open(element);
  return {
    terminal,
    fit: () => {
      fitAddon.fit();
      return { rows: terminal.rows, cols: terminal.cols };
    },
    dispose: () => {
      escape.drop();
      terminal.dispose();
      disposeStyles();
    },
  };
}

/**
 * While a terminal is open, creating a `style` element returns a stand-in that puts its text into a constructed style sheet. xterm writes its colours
 * and
 * sizes into style elements, which a strict policy blocks; constructed style sheets are allowed.
 */
function constructStyles(): () => void {
  const sheets: CSSStyleSheet[] = [];
  const make = document.createElement.bind(document);
  const standIn = () => {
    const element = make('span');
    const sheet = new CSSStyleSheet();
    element.hidden = true;
    sheets.push(sheet);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    Object.defineProperty(element, 'textContent', { get: () => '', set: (css: string) => sheet.replaceSync(css) });
    Object.defineProperty(element, 'sheet', { value: sheet });
    return element;
  };
  document.createElement = ((tag: string, options?: ElementCreationOptions) =>
    tag === 'style' ? standIn() : make(tag, options)) as typeof document.createElement;
  return () => {
    // Deleting the own property uncovers the prototype's method.
    delete (document as { createElement?: unknown }).createElement;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  };
}
