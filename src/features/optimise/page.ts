import { boundWords } from './bound-words.ts';
import { headingSigns } from './heading-signs.ts';
import type { ModuleScript } from './inline-modules.ts';
import { keyOf, shortenScripts, takeModules } from './scripts.ts';
import { takeStyles } from './styles.ts';
import { withoutTheme } from './system-theme.ts';

/** Ties each link sign to the word before it, also where nothing stands between them: alone on a line it would seem to belong to what follows. */
const boundSigns = (html: string) => {
  const parts = html.split('<a class="copy-link"');
  const last = parts.pop()!;
  return [...parts.map((part) => part.trimEnd()), last].join('\u00a0<a class="copy-link"');
};

/** Moves the facts for programs to the end: a reader's first round trip carries what is painted. */
function factsLast(html: string): string {
  const facts: string[] = [];
  const rest = html.replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, (tag) => (facts.push(tag), ''));
  return rest.replace('</body>', () => `${facts.join('')}</body>`);
}

/** A page that does not name the programs that made it: no reader asks, and every page would carry the answer. */
const withoutGenerator = (html: string) => html.replace(/<meta name="generator"[^>]*>/g, '');

/** What every page of the site gets. */
export interface PageParts {
  /** Address of the other styles. Linked at the end of the body, where nothing waits for them. */
  sheet: string;
  /** Address of the styles that set the theme where no script does. */
  systemSheet: string;
  /** Address of the script that most pages share. */
  src: string;
  /** The scripts that are in it. */
  shared: readonly ModuleScript[];
  /** Joins the scripts that a page has for itself, those in files that are not in `shared`, and returns the address of their file. */
  ownSrc: (own: readonly ModuleScript[]) => Promise<string>;
}

/** Returns the function that post-processes one page, which has the rules that it uses in it. The style sheet is put in last, so that nothing has to read through it. */
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
