import { openTag } from './tags.ts';

const inSheet = /(?<=\.)astro-[a-z0-9]{8}\b/g;
const scope = /^astro-[a-z0-9]{8}$/;
const scriptOrTag = new RegExp(`<script\\b[\\s\\S]*?</script>|${openTag.source}`, 'g');

/** Shortens the class names of Astro's scoped styles, which are on nearly every element. */
export interface Shortener {
  /** Shortens the names in a style sheet. */
  css: (sheet: string) => string;
  /** Shortens the names in a page. Removes scopes that no rule uses, and class attributes that become empty. */
  html: (page: string) => string;
}

/**
 * Chooses the short names.
 * @param sheet all styles of the site; scopes not in it are unused
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
    // Only in class attributes: text, links and code samples may contain something that looks like a scope.
    html: (page) => page.replace(scriptOrTag, (part) => (part.startsWith('<script') ? part : shortTag(part))),
  };
}
