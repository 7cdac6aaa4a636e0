import { boundWords } from './bound-words.ts';
import { headingSigns } from './heading-signs.ts';
import type { ModuleScript } from './inline-modules.ts';
import { keyOf, shortenScripts, takeModules } from './scripts.ts';
import { takeStyles } from './styles.ts';
import { withoutTheme } from './system-theme.ts';

/** Ties each permalink to the preceding word, even without a space between: alone on a line it would seem to belong to what follows. */
const boundSigns = (html: string) => {
  const parts = html.split('<a class="copy-link"');
  const last = parts.pop()!;
  return [...parts.map((part) => part.trimEnd()), last].join('\u00a0<a class="copy-link"');
};

/** Moves JSON-LD to the end, so that the first round trip contains what is painted. */
function factsLast(html: string): string {
  const facts: string[] = [];
  const rest = html.replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, (tag) => (facts.push(tag), ''));
  return rest.replace('</body>', () => `${facts.join('')}</body>`);
}

/** Removes the generator tags, which would cost bytes on every page and help no reader. */
const withoutGenerator = (html: string) => html.replace(/<meta name="generator"[^>]*>/g, '');

/** Assets that every page refers to. */
export interface PageParts {
  /** Address of the late styles. Linked at the end of the body, so that it does not block rendering. */
  sheet: string;
  /** Address of the styles that set the theme without JavaScript. */
  systemSheet: string;
  /** Address of the script that most pages share. */
  src: string;
  /** The scripts bundled in `src`. */
  shared: readonly ModuleScript[];
  /** Bundles the page's script files that are not in `shared`, and returns the address of the bundle. */
  ownSrc: (own: readonly ModuleScript[]) => Promise<string>;
}

/** Returns a function that post-processes a page and inlines its styles. The styles are inserted last, so that the other steps need not search through them. */
export function pageOptimiser({ sheet, systemSheet, src, shared, ownSrc }: PageParts) {
  const keys = new Set(shared.map(keyOf));
  const tag = (address: string) => `<script type="module" src="${address}"></script>`;
  return async (page: string, shorten: (text: string) => string, styles: string): Promise<string> => {
    const { html, modules } = takeModules(withoutTheme(withoutGenerator(takeStyles(page).html)));
    const own = modules.filter((script) => !keys.has(keyOf(script)));
    const files = own.filter((script) => 'src' in script);
    const tags = [
      ...(files.length > 0 ? [tag(await ownSrc(files))] : []),
      ...own.flatMap((script) => ('text' in script ? [`<script type="module">${script.text}</script>`] : [])),
    ];
    const all = [`<link rel="stylesheet" href="${sheet}"/>`, tag(src), ...tags].join('');
    const whole = html.replace('</body>', () => `${all}</body>`);
    const short = shortenScripts(shorten(factsLast(boundWords(boundSigns(headingSigns(whole))))));
    const system = `<noscript><link rel="stylesheet" href="${systemSheet}"/></noscript>`;
    return short.replace('</head>', () => `<style>${styles}</style>${system}</head>`);
  };
}
