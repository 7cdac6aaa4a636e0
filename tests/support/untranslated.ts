import { parse, type DefaultTreeAdapterTypes as Dom } from 'parse5';
import { attribute } from './dist.ts';

/** What is the same in every language: names of licences, addresses, and names of files. */
const international =
  /https?:\/\/\S+|(?:^|(?<=\s))[a-z0-9/.-]+\.[a-z0-9]+(?=\s|$)|CC BY 4\.0|\bMIT\b|(?:^|\s)\/[a-z0-9/#-]*/g;
/** Elements whose text is for machines or from a drawing, whose labels are content. */
const skipped = new Set(['script', 'style', 'text']);
const spoken = [
  'aria-label',
  'alt',
  'title',
  'placeholder',
  'data-label',
  'data-sort-label',
  'data-not-loaded',
  'data-failed',
];
const metas = /^(?:description|og:(?:title|description|site_name|image:alt)|twitter:(?:title|description))$/;

/**
 * Words in Latin letters that stand outside the marks of the made-up locale.
 * @throws if a mark has no partner, since the rest of the text would then hide between them
 */
export function unmarkedWords(text: string): string[] {
  let depth = 0;
  let outside = '';
  for (const sign of text) {
    if (sign === '⟦') depth += 1;
    else if (sign === '⟧') depth -= 1;
    else if (depth === 0) outside += sign;
    if (depth < 0) break;
  }
  if (depth !== 0) throw new Error(`The marks of the made-up locale do not pair up in: ${text.slice(0, 200)}`);
  const words = outside.replace(international, ' ').match(/[A-Za-z'’]+(?: [A-Za-z'’]+)*/g) ?? [];
  return words.filter((found) => /[A-Za-z]{2}/.test(found));
}

/** Texts of a page that a reader sees or hears, or that search engines and previews show: its text as one, and each attribute. */
function textsOf(html: string): string[] {
  let text = '';
  const attributes: string[] = [];
  const walk = (node: Dom.Node): void => {
    if ('value' in node) text += node.value;
    if ('tagName' in node) {
      if (node.tagName === 'script' && attribute(node, 'type') === 'application/ld+json')
        attributes.push(...programTexts(node));
      // The source of a drawing is shown as the author wrote it, and a terminal as it was.
      if (
        skipped.has(node.tagName) ||
        attribute(node, 'translate') === 'no' ||
        (node.tagName === 'details' && node.childNodes.some((child) => child.nodeName === 'pre'))
      )
        return;
      for (const { name, value } of node.attrs) if (spoken.includes(name)) attributes.push(value);
      if (node.tagName === 'meta' && metas.test(attribute(node, 'name') ?? attribute(node, 'property') ?? ''))
        attributes.push(attribute(node, 'content') ?? '');
    }
    if ('childNodes' in node) node.childNodes.forEach(walk);
    if ('content' in node) walk(node.content);
    text += '\n';
  };
  walk(parse(html, { scriptingEnabled: false }));
  return [text, ...attributes];
}

/** What programs read of a page, as far as it is words. */
function programTexts(script: Dom.Element): string[] {
  const texts: string[] = [];
  JSON.parse((script.childNodes[0] as Dom.TextNode).value, (key, value: unknown) => {
    if (['name', 'headline', 'description', 'teaches'].includes(key)) texts.push(String(value));
    return value;
  });
  return texts;
}

/** Words of a page or a part of one that are in English where all sentences are between marks, each once. */
export const untranslated = (html: string): string[] => [...new Set(textsOf(html).flatMap(unmarkedWords))];
