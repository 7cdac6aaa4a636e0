import { findLinks } from './find-links.ts';
import { inMarkup, inText, jsonTexts, type Find, type Found } from './texts.ts';
import type { TextForm } from './forms.ts';
import { Trouble } from './trouble.ts';

/** Where in a file a link stands. */
export interface Place {
  kind: 'line' | 'slide' | 'notes' | 'cell' | 'page' | 'part';
  /** A number, or the name of a part. */
  value: number | string;
  /** Documents inside of the file, from the outermost, in which it stands. */
  inside: readonly string[];
}

/** What readers of files hand over. */
export interface Sink {
  /** Finds the site's links in a text. */
  find: Find;
  /** Takes a link. */
  link(url: string, place: Place): void;
  /** Takes links to elsewhere, which may lead to a copy of the site. */
  other(text: string): void;
  /** Takes what could not be read inside of a file. */
  trouble(trouble: Trouble, inside: readonly string[]): void;
  /** Names of files that stand in a course under another name. */
  names: Map<string, string>;
}

const lineOf = (text: string, index: number) => {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
};

/** Hands over the links of a notebook, each with its cell. */
function readNotebook(text: string, name: string, sink: Sink, inside: readonly string[]): void {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new Trouble('damaged', { part: name });
  }
  const { cells, ...rest } = (typeof value === 'object' && value !== null ? value : {}) as { cells?: unknown };
  const all = Array.isArray(cells) ? (cells as unknown[]) : [];
  const read = (one: unknown, place: Place) => {
    for (const part of jsonTexts(one)) {
      for (const { url } of inText(part, sink.find)) sink.link(url, place);
      sink.other(part);
    }
  };
  for (const [index, cell] of all.entries()) read(cell, { kind: 'cell', value: index + 1, inside });
  read(rest, { kind: 'part', value: 'metadata', inside });
}

function readJson(text: string, name: string, sink: Sink, inside: readonly string[]): void {
  let texts: string[];
  try {
    texts = jsonTexts(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch {
    // Much that ends in `.json` has comments or commas that JSON has not.
    texts = [text];
  }
  for (const part of texts)
    for (const { url } of inText(part, sink.find)) sink.link(url, { kind: 'part', value: name, inside });
}

/**
 * Hands over the links of a text.
 * @param place where all of it stands; without one, each link's line is told
 */
export function readText(
  text: string,
  form: TextForm,
  name: string,
  sink: Sink,
  place: Place | undefined,
  inside: readonly string[],
): void {
  if (form === 'notebook') return readNotebook(text, name, sink, inside);
  if (form === 'json') return readJson(text, name, sink, inside);
  const found: Found[] = form === 'markup' ? inMarkup(text, sink.find, place === undefined) : inText(text, sink.find);
  for (const { url, text: read, index } of found)
    sink.link(url, place ?? { kind: 'line', value: lineOf(read, index), inside });
  sink.other(text);
}

/** Makes the function that finds links by a pattern. */
export const finder =
  (pattern: RegExp): Find =>
  (text) =>
    findLinks(text, pattern);
