import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'astro/zod';
import { parseDocument, visit, isScalar, isSeq, type Document } from 'yaml';
import { collections } from '#model/collections.ts';
import { readRecording, writeRecording } from '#features/commands/index.ts';
import { deckSchema, handoutSchema } from '#features/courseware/index.ts';
import { labSchema } from '#features/labs/form/schema.ts';
import { promising } from '#features/labs/record/recording.ts';
import { diagramHash } from '#features/diagrams/render/hash.ts';

/** The made-up locale has the tag of a real language without Latin letters and with four plural forms: dates and plurals then show too where they are English. */
export const pseudoLocale = 'ru';

/** A sentence as the made-up locale has it. */
const marked = (text: string) => `⟦${text}⟧`;

/** Every sentence of the interface, ours and Starlight's, between marks. */
async function pseudoMessages(root: string): Promise<Record<string, string>> {
  const own = JSON.parse(readFileSync(path.join(root, 'content/i18n/en.json'), 'utf8')) as Record<string, string>;
  const file = path.resolve('node_modules/@astrojs/starlight/dist/translations/index.js');
  const { default: starlight } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
    default: Record<string, Record<string, string>>;
  };
  const categories = new Intl.PluralRules(pseudoLocale).resolvedOptions().pluralCategories;
  const messages = Object.entries({ ...starlight.en, ...own }).flatMap(([key, text]): [string, string][] => {
    const base = /^(.*)_(?:one|other)$/.exec(key)?.[1];
    return base ? categories.map((category) => [`${base}_${category}`, marked(text)]) : [[key, marked(text)]];
  });
  return Object.fromEntries(messages);
}

/** A text with another alphabet's letters in place of the Latin ones: what an author wrote then cannot be taken for what code says. */
export const otherLetters = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => {
    const place = letter.toLowerCase().charCodeAt(0) - 97;
    return String.fromCharCode((letter < 'a' ? 0x410 : 0x430) + place);
  });

/** Parts of Markdown and MDX that are no words: targets of links, tags, ids of headings, entities, imports, places to fill in. */
const markup = /`[^`\n]+`|\{\{\w+\}\}|\]\([^)\s]*\)|<\/?[A-Za-z][^>]*>|\{#[^}]*\}|&\w+;|^import .*$/gm;

/** A tag whose attribute is words: a label, or the name that `navigation.yml` gives a section. Questions name a section by its id. */
const otherTag = (tag: string) =>
  tag.startsWith('<Quiz')
    ? tag
    : tag.replace(
        / (section|label)="([^"]*)"/,
        (_, name: string, words: string) => ` ${name}="${otherLetters(words)}"`,
      );

/** The same in data, which has no tags: there `<workload>` is a place to fill in. */
const inlineMarkup = /`[^`\n]+`|\{\{\w+\}\}|\]\([^)\s]*\)|&\w+;/g;

function otherMarkdown(text: string, kept = markup): string {
  let at = 0;
  let made = '';
  for (const { index, 0: part } of text.matchAll(kept)) {
    made += otherLetters(text.slice(at, index)) + (part.startsWith('`') ? otherLetters(part) : otherTag(part));
    at = index + part.length;
  }
  return made + otherLetters(text.slice(at));
}

/** Blocks of code between fences keep only the name of their language. */
const otherBody = (body: string) =>
  body
    .split(/^(```.*\n[\s\S]*?^```$)/m)
    .map((part, index) =>
      index % 2 === 0 ? otherMarkdown(part) : part.replace(/\n[\s\S]*\n/, (code) => otherLetters(code)),
    )
    .join('');

/** Fields that programs read, in files that have no schema of a collection. */
const forPrograms = new Set(
  'id at page also sources source url kind side verdict trait statements anchor group date year read reviewBy address key heading role level'.split(
    ' ',
  ),
);

/** Fields of a collection that hold to a pattern or to a list of choices: ids, addresses, days. They are no words. */
function fieldsWithoutWords(schema: z.ZodType): Set<string> {
  const found = new Set<string>();
  const holdsNoWords = (part: unknown): boolean =>
    typeof part === 'object' &&
    part !== null &&
    ('pattern' in part ||
      'enum' in part ||
      ('items' in part && holdsNoWords(part.items)) ||
      ('anyOf' in part && (part.anyOf as unknown[]).some(holdsNoWords)));
  const visitPart = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('properties' in part && typeof part.properties === 'object')
      for (const [name, field] of Object.entries(part.properties ?? {})) if (holdsNoWords(field)) found.add(name);
    Object.values(part).forEach(visitPart);
  };
  visitPart(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }));
  return found;
}

/** The schema of an entry, by the name of its file. */
const schemas: Record<string, z.ZodType> = {
  ...Object.fromEntries(Object.entries(collections).map(([name, { schema }]) => [name, schema])),
  decks: deckSchema,
  handouts: handoutSchema,
};

/** Ids of what is in a file that is no list, at any depth: where one stands alone, it names that thing. */
function idsOf(document: Document): Set<unknown> {
  const ids = new Set<unknown>();
  if (isSeq(document.contents)) return ids;
  visit(document, {
    Pair: (_, { key, value }) => void (isScalar(key) && key.value === 'id' && isScalar(value) && ids.add(value.value)),
  });
  return ids;
}

function otherYaml(document: Document, noWords: ReadonlySet<string>, ids: ReadonlySet<unknown>): void {
  visit(document, {
    Pair: (_, { key }) => (isScalar(key) && noWords.has(String(key.value)) ? visit.SKIP : undefined),
    Scalar: (key, node) => {
      if (
        key === 'key' ||
        typeof node.value !== 'string' ||
        ids.has(node.value) ||
        /^\/\S*\/(?:#\S+)?$/.test(node.value)
      )
        return;
      node.value = otherMarkdown(node.value, inlineMarkup);
    },
  });
}

function rewrite(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

function otherData(file: string): void {
  rewrite(file, (text) => {
    const document = parseDocument(text);
    otherYaml(document, programFields(file), idsOf(document));
    return document.toString({ lineWidth: 0 });
  });
}

/** Fields of the entries of a file that are no words. */
function programFields(file: string): ReadonlySet<string> {
  const schema = schemas[path.basename(file, '.yml')];
  return schema ? forPrograms.union(fieldsWithoutWords(schema)) : forPrograms;
}

/** Fields of a lab that are no words: what its recording was made of, and the parts of its picture. */
const labFields = new Set([...promising, ...fieldsWithoutWords(labSchema)]);

/** A lab: what its picture names stands in fields of its own, so a word that is also an id of a step is a word. */
function otherLab(file: string): void {
  rewrite(file, (text) => {
    const document = parseDocument(text);
    otherYaml(document, labFields, new Set());
    return document.toString({ lineWidth: 0 });
  });
}

function otherPage(text: string): string {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const words = front.replace(
    /^(title|description): (.*)$/gm,
    (_, key: string, value: string) => `${key}: ${otherLetters(value)}`,
  );
  return `---\n${words}\n---\n${otherBody(body)}`;
}

/** The commands of a page and of a lab have other letters like all that stands between fences, so what must be printed and is recorded of them has too. */
function otherCommands(root: string): void {
  // In the data of a lab a command is a text like others, whose places to fill in stay.
  const others = { 'blocks.yml': otherLetters, 'labs.yml': (run: string) => otherMarkdown(run, inlineMarkup) };
  for (const [file, other] of Object.entries(others))
    rewrite(path.join(root, 'content/commands', file), (text) => {
      const document = parseDocument(text);
      visit(document, {
        Pair: (_, { key, value }) => {
          if (isScalar(key) && key.value === 'run' && isScalar(value)) value.value = other(String(value.value));
        },
      });
      return document.toString({ lineWidth: 0 });
    });
  const recording = readRecording(root) as Exclude<ReturnType<typeof readRecording>, string>;
  for (const { commands } of Object.values(recording.blocks))
    for (const command of commands) command.run = otherLetters(command.run);
  writeRecording(root, recording.blocks);
}

/** The words in the head of a drawing. */
const headWords = new Set(['title', 'accTitle', 'accDescr', 'caption', 'steps', 'slider']);

/** The head of a drawing, with other words. */
function otherHead(head: string): string {
  const document = parseDocument(head);
  visit(document, {
    Pair: (_, { key }, path) =>
      path.length === 2 && isScalar(key) && !headWords.has(String(key.value)) ? visit.SKIP : undefined,
    Scalar: (key, node) => {
      if (key !== 'key' && typeof node.value === 'string') node.value = otherMarkdown(node.value);
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** A drawing keeps its labels, which have to fit their boxes; its title, description, caption and steps change. */
function otherDrawing(root: string, source: string): void {
  const svg = path.join(root, source.replace(/\.\w+$/, '.svg'));
  rewrite(path.join(root, source), (text) =>
    text.replace(/^---\n([\s\S]*?)\n---\n/, (_, head: string) => `---\n${otherHead(head)}---\n`),
  );
  const hash = diagramHash(readFileSync(path.join(root, source), 'utf8'));
  if (existsSync(svg))
    rewrite(svg, (text) =>
      text
        .replace(
          /(<(title|desc) [^>]*>)([^<]*)/g,
          (_, tag: string, _name: string, words: string) => tag + otherMarkdown(words),
        )
        .replace(/data-hash="[^"]*"/, `data-hash="${hash}"`),
    );
}

/** Old addresses of every kind, so that each kind of redirect page is built. */
const redirects = `
- { from: /old/, to: /traits/, why: moved, since: '2026-11-25' }
- { from: /old/#part, to: /traits/isolation/, why: moved, since: '2026-11-25' }
- { from: /gone/, to: null, why: retired, since: '2026-11-25', note: '—' }
- { from: /traits/#merged-part, to: /systems/, why: merged, since: '2026-11-25' }
`;

/**
 * Turns a copy of the project into one whose interface is between marks and whose content has no Latin letter:
 * a Latin word outside marks on a page that is built from it is a sentence that stands in code.
 */
export async function pseudoTranslate(root: string): Promise<void> {
  writeFileSync(path.join(root, `content/i18n/${pseudoLocale}.json`), JSON.stringify(await pseudoMessages(root)));
  for (const file of globSync('content/docs/**/[!_]*.mdx', { cwd: root })) rewrite(path.join(root, file), otherPage);
  const untouched = ['languages', 'redirects', 'search', 'short-links'].map((name) => `${name}.yml`);
  for (const file of globSync('content/data/*.yml', { cwd: root }))
    if (!untouched.includes(path.basename(file))) otherData(path.join(root, file));
  for (const file of globSync('content/labs/*.yml', { cwd: root })) otherLab(path.join(root, file));
  otherCommands(root);
  for (const file of globSync('content/diagrams/*.{mmd,draw}', { cwd: root })) otherDrawing(root, file);
  writeFileSync(path.join(root, 'content/data/redirects.yml'), redirects);
}
