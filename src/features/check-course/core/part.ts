import { findLinks } from './find-links.ts';
import { inMarkup, inText, jsonTexts, type Find, type Found } from './texts.ts';
import type { TextForm } from './forms.ts';
import { Trouble } from './trouble.ts';

/** Place of a link in a file. */
export interface Place {
  kind: 'line' | 'slide' | 'notes' | 'cell' | 'page' | 'part';
  /** A number counted from 1, or the name of a part. */
  value: number | string;
  /** Enclosing documents within the file, outermost first. */
  inside: readonly string[];
}

/** Receives what the parsers find. */
export interface Sink {
  /** Finds the site's links in a text. */
  find: Find;
  /** Called for each link to the site. */
  link(url: string, place: Place): void;
  /** Called with text that may contain links to a copy of the site. */
  other(text: string): void;
  /** Called for whatever could not be read inside a file. */
  trouble(trouble: Trouble, inside: readonly string[]): void;
  /** Original names of files that a course archive stores under another name, by stored path. */
  names: Map<string, string>;
}

const lineOf = (text: string, index: number) => {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
};

/** Reports the links of a notebook with their cells. */
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
    // Many `.json` files contain comments or trailing commas, which JSON does not allow.
    texts = [text];
  }
  for (const part of texts)
    for (const { url } of inText(part, sink.find)) sink.link(url, { kind: 'part', value: name, inside });
}

/**
 * Reports the links of a text.
 * @param place place of the whole text; without one, links are reported by line
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

/** Creates a function that finds links by a pattern. */
export const finder =
  (pattern: RegExp): Find =>
  (text) =>
    findLinks(text, pattern);
