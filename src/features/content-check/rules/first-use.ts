import type { Site } from '#model/load.ts';
import type { Page } from '#model/page.ts';
import type { Problem } from '#shared/problem.ts';
import { basicTerms, textSections } from '../limits.ts';
import { lineOf, parseMdx, walk } from '../parse-mdx.ts';

/** A term as it may appear in prose. */
interface Named {
  id: string;
  term: string;
  /** The term in lower case, for a quick test before the pattern. */
  lower: string;
  /** Matches the term as a whole word, in the singular or with an s. */
  pattern: RegExp;
}

/** The first occurrence of a term on a page, and whether it is explained there. */
interface FirstUse {
  named: Named;
  line: number;
  /** Whether this occurrence is a `Term` or a link to an explanation. */
  explained: boolean;
}

/** Prose pages. Readers may enter at any of them, so none may rely on another. */
const sections = new RegExp(`^/(?:start|${textSections.join('|')})/`);

/**
 * Reports terms that a page uses before it explains or links them.
 *
 * A term counts only by its title, without brackets, in the singular or with an s: its other names are often everyday words. Ignored are headings,
 * code, what components render, terms in the title of the page, and {@link basicTerms}. The plural is English, so titles without Latin letters are
 * ignored.
 */
export function checkFirstUse({ data, pages }: Site): Problem[] {
  const basic = new Set<string>(basicTerms);
  const terms = data.glossary
    .filter(({ id, term }) => !basic.has(id) && /[a-z]/i.test(term))
    .map(({ id, term }) => nameOf(id, term))
    .sort((a, b) => b.term.length - a.term.length);
  return pages
    .filter(({ address }) => sections.test(address))
    .flatMap((page) =>
      firstUses(page, terms)
        .filter(({ named, explained }) => !explained && !named.pattern.test(String(page.frontMatter.title)))
        .map(({ named, line }) => ({
          file: page.file,
          line,
          problem: `"${named.term}" is used before the page has explained or linked it`,
          fix: `Write <Term id="${named.id}"> around its first use, or link to what explains it.`,
        })),
    );
}

function nameOf(id: string, term: string): Named {
  const bare = term.replace(/\s*\([^)]*\)/g, '').trim();
  const escaped = bare.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // A name with capitals after its first letter, such as "QEMU" or "Lima", is not an everyday word; match its case.
  const flags = /\p{Lu}.*\p{Lu}|\p{Lu}/u.test(bare.slice(1)) ? 'u' : 'iu';
  return {
    id,
    term: bare,
    lower: bare.toLowerCase(),
    pattern: new RegExp(`(?<![\\p{L}\\p{N}-])${escaped}s?(?![\\p{L}\\p{N}-])`, flags),
  };
}

/**
 * The first use of each term on a page, unordered.
 * @param terms long names first
 */
function firstUses(page: Page, terms: readonly Named[]): FirstUse[] {
  const { tree } = parseMdx(page);
  if (!tree) return [];
  const found = new Map<string, FirstUse>();
  const note = (named: Named, line: number, explained: boolean) => {
    if (!found.has(named.id)) found.set(named.id, { named, line, explained });
  };
  const byId = new Map(terms.map((named) => [named.id, named]));
  walk(tree, (node, parents) => {
    if ('name' in node && node.name === 'Term' && 'attributes' in node) {
      const id = (node.attributes as { name?: string; value?: unknown }[]).find(({ name }) => name === 'id')?.value;
      const named = byId.get(String(id));
      if (named) note(named, lineOf(node), true);
    }
    // The text of a link may differ from the title of its target.
    if (node.type === 'link') {
      const named = byId.get(/^\/reference\/glossary\/#(.+)$/.exec(node.url)?.[1] ?? '');
      if (named) note(named, lineOf(node), true);
    }
    if (node.type !== 'text' || parents.includes('Term') || parents.includes('heading')) return;
    let left = node.value;
    const words = left.toLowerCase();
    for (const named of terms) {
      // Decides most cases in a tenth of the time that the pattern takes.
      if (!words.includes(named.lower)) continue;
      const at = named.pattern.exec(left)?.index;
      if (at === undefined) continue;
      note(named, lineOf(node) + left.slice(0, at).split('\n').length - 1, parents.includes('link'));
      // "Hyper-V isolation" is not a use of "Hyper-V".
      left = left.replace(new RegExp(named.pattern, `g${named.pattern.flags}`), (words) => words.replace(/\S/g, '·'));
    }
  });
  return [...found.values()];
}
