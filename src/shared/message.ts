/** Values for the placeholders of a sentence, `{{name}}`. `count` also selects the plural form. */
export type Values = Readonly<Record<string, string | number>>;

/** Keys as used in code: a plural has one key per plural category in the file, such as `found_one` and `found_other`, but only `found` in code. */
export type MessageKey<K> = K extends `${infer Key}_${Intl.LDMLPluralRule}` ? Key : K;

/** Sentences of one language. */
export interface Translate<K> {
  /** Returns the sentence for a key, with values filled in. */
  (key: MessageKey<K>, values?: Values): string;
  /** Joins plain text or HTML into one list, with the separators of the language. */
  list(items: readonly string[]): string;
}

/**
 * Returns a function that looks up sentences.
 * @param messages sentences by key
 * @param locale language tag, which determines plural categories
 */
export function translator<K extends string>(messages: Readonly<Record<K, string>>, locale: string): Translate<K> {
  const known: Readonly<Record<string, string>> = messages;
  const plurals = new Intl.PluralRules(locale);
  const translate = (key: MessageKey<K>, values: Values = {}) => {
    const text =
      known[key as string] ??
      ('count' in values ? known[`${String(key)}_${plurals.select(Number(values.count))}`] : undefined);
    if (text === undefined) throw new Error(`There is no sentence "${String(key)}" in the file of "${locale}".`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      if (!(name in values)) throw new Error(`The sentence "${String(key)}" needs the value "${name}".`);
      return String(values[name]);
    });
  };
  const list = (items: readonly string[]) => new Intl.ListFormat(locale, { type: 'unit' }).format(items);
  return Object.assign(translate, { list });
}

/** A part of a sentence: plain text, or the content of a tag such as `<to>…</to>` or `<to/>`. */
export interface MessagePart {
  /** Name of the tag; `undefined` for plain text. */
  tag: string | undefined;
  /** Text, or content of the tag. */
  text: string;
}

/** Splits a sentence at its tags. Keeping links inside the sentence lets translators translate it as a whole. */
export function messageParts(text: string): MessagePart[] {
  const parts: MessagePart[] = [];
  let at = 0;
  for (const { index, 0: whole, 1: tag, 2: inner = '' } of text.matchAll(/<(\w+)(?:\/>|>(.*?)<\/\1>)/gs)) {
    parts.push({ tag: undefined, text: text.slice(at, index) }, { tag, text: inner });
    at = index + whole.length;
  }
  return [...parts, { tag: undefined, text: text.slice(at) }].filter(({ tag, text: words }) => tag ?? words);
}
