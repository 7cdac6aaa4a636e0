import { openTag } from './tags.ts';

/** Words of a page or script that a style sheet's selector may name. */
const attributes = /\s([a-zA-Z][\w:-]*)(?:="([^"]*)")?/g;
/** Attributes whose values are words for people or addresses, never names for a selector. */
const spoken = new Set([
  'href',
  'src',
  'content',
  'title',
  'd',
  'points',
  'aria-label',
  'alt',
  'data-hash',
  'viewBox',
  'aria-describedby',
  'aria-labelledby',
]);

/** Adds the element names, attribute names, classes, ids and other attribute values of pages to `tokens`; a tag seen before is skipped. */
export function pageTokens(tokens: Set<string>): (html: string) => void {
  const seen = new Set<string>();
  return (html) => {
    for (const [whole, tag, rest] of html.matchAll(openTag)) {
      if (seen.has(whole)) continue;
      // A copy of its own: a part of a page would keep the whole page in memory.
      seen.add(Buffer.from(whole).toString());
      tokens.add(tag!);
      for (const [, name, value] of rest!.matchAll(attributes)) {
        tokens.add(name!);
        if (!value || spoken.has(name!)) continue;
        // Whole as well as in parts: Starlight has class names such as `md:sl-flex`.
        for (const word of value.split(/\s+/)) tokens.add(word);
        for (const word of value.split(/[^\w-]+/)) tokens.add(word);
      }
    }
  };
}

/** Adds every word of a script: it may set any of them as a class or an attribute. */
export function addScriptTokens(script: string, tokens: Set<string>): void {
  for (const [word] of script.matchAll(/[a-zA-Z][\w-]+/g)) tokens.add(word);
}
