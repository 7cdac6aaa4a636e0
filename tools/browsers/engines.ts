import { globSync } from 'node:fs';
import { findBrowser } from '#shared/browser.ts';
import { findCommand } from '#shared/find-command.ts';
import { aptInstall } from '../debian.ts';

/** Browser engines that the common suite runs in. */
export const engineNames = ['chromium', 'firefox', 'webkit'] as const;
/** Name of a browser engine. */
export type EngineName = (typeof engineNames)[number];

/** Executables of an engine: its program and, for WebKit, the browser that its driver opens. */
export interface EnginePaths {
  /** Path of the browser, or of WebKit's driver. */
  program: string;
  /** Path of the browser that the driver opens. */
  browser?: string;
}

/** Debian packages of each engine. WebKit's driver opens a window, so it needs a screen. */
export const packages: Record<EngineName, readonly string[]> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'python3-gi', 'gir1.2-webkit2-4.1'],
};
/** Debian packages of the programs that read pages and PDF files as text. */
export const readers = ['poppler-utils', 'w3m', 'lynx'] as const;
/** One command from each of these packages. */
const readerCommands = ['pdftotext', 'w3m', 'lynx'];

/** Finds an engine on this machine; undefined if there is none. `FIREFOX_PATH` and `WEBKIT_DRIVER` take precedence over the PATH. */
export function findEngine(name: EngineName): EnginePaths | undefined {
  if (name === 'webkit') {
    const program = process.env.WEBKIT_DRIVER ?? findCommand('WebKitWebDriver');
    const browser = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser').sort().at(-1);
    return program && browser && (process.env.DISPLAY || findCommand('Xvfb')) ? { program, browser } : undefined;
  }
  const program =
    name === 'chromium' ? findBrowser() : (process.env.FIREFOX_PATH ?? findCommand('firefox-esr', 'firefox'));
  return program ? { program } : undefined;
}

/** Installs the programs that read pages and PDF files as text, if that is possible without prompting. */
export function ensureReaders(): void {
  if (lacksReader()) aptInstall(...readers);
}

const lacksReader = () => readerCommands.some((command) => !findCommand(command));

/**
 * Installs every missing engine, if that is possible without prompting.
 * @returns a line for each engine or reader that is still missing, with what to do
 */
export function ensureEngines(): string[] {
  const missing = () => engineNames.filter((name) => !findEngine(name));
  if (missing().length > 0) aptInstall(...missing().flatMap((name) => packages[name]));
  ensureReaders();
  return [
    ...missing().map(
      (name) => `${name} is not on this machine. On Debian: apt-get install ${packages[name].join(' ')}`,
    ),
    ...(lacksReader() ? [`Readers are missing. On Debian: apt-get install ${readers.join(' ')}`] : []),
  ];
}
