import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { escapeHtml } from '#shared/html.ts';
import { translator, type MessageKey, type Translate, type Values } from '#shared/message.ts';
import type english from '../../content/i18n/en.json';
import { onceRead } from './once-read.ts';

/** Keys of `content/i18n/en.json` as written, plural suffixes included. */
export type FileKey = keyof typeof english;
/** Keys as used in code, without plural suffixes. */
export type Key = MessageKey<FileKey>;
/** Interface strings by key. */
export type Messages = Readonly<Record<FileKey, string>>;

/** Language of the build, from `SITE_LOCALE`: a tag such as `en` that names a file in `content/i18n`. */
export const locale = process.env.SITE_LOCALE ?? 'en';

const fileOf = (tag: string) => `content/i18n/${tag}.json`;
const plural = /^(.*)_(?:zero|one|two|few|many|other)$/;
const placesOf = (text: string) => (text.match(/\{\{\w+\}\}|<\w+/g) ?? []).sort().join(' ');

/** Keys that a file must have: those of the English file, with plurals in the categories of the file's own language. */
function wantedKeys(english: Record<string, string>, tag: string): Map<string, string> {
  const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  return new Map(
    Object.entries(english).flatMap(([key, text]): [string, string][] => {
      const base = plural.exec(key)?.[1];
      return base === undefined ? [[key, text]] : categories.map((category) => [`${base}_${category}`, text]);
    }),
  );
}

/** Problems in a file of interface strings, one line each, with file and key. */
export function messageProblems(
  english: Record<string, string>,
  messages: Record<string, string>,
  tag: string,
): string[] {
  return [...wantedKeys(english, tag)].flatMap(([key, model]) => {
    const text = messages[key];
    if (typeof text !== 'string' || text === '') return [`${fileOf(tag)}  "${key}" is missing. In English: "${model}"`];
    // A plural form may omit the number: "One page found."
    if (plural.test(key) || placesOf(text) === placesOf(model)) return [];
    return [
      `${fileOf(tag)}  "${key}" has the places ${placesOf(text) || 'none'}, and the English sentence has ${placesOf(model) || 'none'}.`,
    ];
  });
}

function readFile(root: string, tag: string): Record<string, string> {
  const file = path.join(root, fileOf(tag));
  if (!existsSync(file))
    throw new Error(
      `${fileOf(tag)} is missing: SITE_LOCALE is "${tag}". Copy content/i18n/en.json to it and translate the sentences.`,
    );
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}

/**
 * The interface strings of one language.
 * @throws with file and key if a string is missing or lacks a placeholder of the English one
 */
export function readMessages(root = process.cwd(), tag = locale): Messages {
  const messages = readFile(root, tag);
  const problems = messageProblems(readFile(root, 'en'), messages, tag);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return messages as Messages;
}

const messages = () => onceRead<Translate<FileKey>>('messages', () => translator(readMessages(), locale));

/** Translates an interface string. For code outside components; components use `Astro.locals.t`, which reads the same file. */
export const t: Translate<FileKey> = Object.assign((key: Key, values?: Values) => messages()(key, values), {
  list: (items: readonly string[]) => messages().list(items),
});

/** The keys of `content/i18n/en.json` for Starlight's validation. Optional here, because {@link readMessages} checks completeness per language. */
export const messageSchema = () =>
  z.object(
    Object.fromEntries(Object.keys(readFile(process.cwd(), 'en')).map((key) => [key, z.string().optional()])) as Record<
      FileKey,
      z.ZodOptional<z.ZodString>
    >,
  );

/** Joins plain text or HTML into one list, with the separators of the site's language. */
export const listOf = (items: readonly string[]): string => t.list(items);

/** Comparator that sorts as readers of the site's language expect. */
export const textOrder = (options?: Intl.CollatorOptions): ((a: string, b: string) => number) =>
  new Intl.Collator(locale, options).compare;

/** Links as one HTML list, with the separators of the site's language. */
export const linkList = (links: readonly { href: string; text: string }[]): string =>
  listOf(links.map(({ href, text }) => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`));
