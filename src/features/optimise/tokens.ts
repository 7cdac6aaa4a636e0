import { openTag } from './tags.ts';

/** An attribute with its value, if it has one. */
const attributes = /\s([a-zA-Z][\w:-]*)(?:="([^"]*)")?/g;
/** Attributes whose values are text for people or addresses, and never match a selector. */
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

/** Returns a function that adds the element names, attribute names and attribute values of a page to `tokens`. Skips tags that it has already seen. */
export function pageTokens(tokens: Set<string>): (html: string) => void {
  const seen = new Set<string>();
  return (html) => {
    for (const [whole, tag, rest] of html.matchAll(openTag)) {
      if (seen.has(whole)) continue;
      // Copied, because a substring would keep the whole page in memory.
      seen.add(Buffer.from(whole).toString());
      tokens.add(tag!);
      for (const [, name, value] of rest!.matchAll(attributes)) {
        tokens.add(name!);
        if (!value || spoken.has(name!)) continue;
        // The whole word as well as its parts: Starlight has class names such as `md:sl-flex`.
        for (const word of value.split(/\s+/)) tokens.add(word);
        for (const word of value.split(/[^\w-]+/)) tokens.add(word);
      }
    }
  };
}

/** Adds every word of a script, which may set any of them as a class or an attribute. */
export function addScriptTokens(script: string, tokens: Set<string>): void {
  for (const [word] of script.matchAll(/[a-zA-Z][\w-]+/g)) tokens.add(word);
}
