import { openTag } from './tags.ts';

const inSheet = /(?<=\.)astro-[a-z0-9]{8}\b/g;
const scope = /^astro-[a-z0-9]{8}$/;
const scriptOrTag = new RegExp(`<script\\b[\\s\\S]*?</script>|${openTag.source}`, 'g');

/** Gives the class names that Astro's scoping adds, which stand on nearly every element, short names of their own. */
export interface Shortener {
  /** A style sheet with the short names. */
  css: (sheet: string) => string;
  /** A page with the short names, without scopes that no rule names, and without empty class attributes. */
  html: (page: string) => string;
}

/**
 * Chooses the short names.
 * @param sheet all styles of the site: a scope that they do not name is on its elements for nothing
 */
export function shortenScopes(sheet: string): Shortener {
  const names = new Map<string, string>();
  for (const [name] of sheet.matchAll(inSheet)) if (!names.has(name)) names.set(name, `z${names.size.toString(36)}`);
  const shortClasses = (classes: string) =>
    classes
      .split(/\s+/)
      .map((name) => names.get(name) ?? (scope.test(name) ? '' : name))
      .filter(Boolean)
      .join(' ');
  const shortTag = (tag: string) =>
    tag.replace(/ class="([^"]*)"/, (_, classes: string) => {
      const short = shortClasses(classes);
      return short && ` class="${short}"`;
    });
  return {
    css: (css) => css.replace(inSheet, (name) => names.get(name) ?? name),
    // Only in the class attributes of tags: words, links and samples of code may hold what looks like a scope.
    html: (page) => page.replace(scriptOrTag, (part) => (part.startsWith('<script') ? part : shortTag(part))),
  };
}
