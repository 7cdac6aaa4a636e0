/** What goes into the places of a sentence, `{{name}}`; `count` also chooses the plural form. */
export type Values = Readonly<Record<string, string | number>>;

/** The key that code asks for: a plural has one file key for each category of its language, `found_one` and `found_other`. */
export type MessageKey<K> = K extends `${infer Key}_${Intl.LDMLPluralRule}` ? Key : K;

/** Returns the sentence with that key, with its values filled in. */
export type Translate<K> = (key: MessageKey<K>, values?: Values) => string;

/**
 * Returns the function that looks sentences up.
 * @param messages sentences by key
 * @param locale language tag, which decides on plurals
 */
export function translator<K extends string>(messages: Readonly<Record<K, string>>, locale: string): Translate<K> {
  const known: Readonly<Record<string, string>> = messages;
  const plurals = new Intl.PluralRules(locale);
  return (key, values = {}) => {
    const text =
      known[key as string] ??
      ('count' in values ? known[`${String(key)}_${plurals.select(Number(values.count))}`] : undefined);
    if (text === undefined) throw new Error(`There is no sentence "${String(key)}" in the file of "${locale}".`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      if (!(name in values)) throw new Error(`The sentence "${String(key)}" needs the value "${name}".`);
      return String(values[name]);
    });
  };
}

/** A piece of a sentence: plain text, or what stands in a tag such as `<to>…</to>` or `<to/>`. */
export interface MessagePart {
  tag: string | undefined;
  text: string;
}

/** A sentence cut at its tags, so that its links and its words stay one sentence for who translates it. */
export function messageParts(text: string): MessagePart[] {
  const parts: MessagePart[] = [];
  let at = 0;
  for (const { index, 0: whole, 1: tag, 2: inner = '' } of text.matchAll(/<(\w+)(?:\/>|>(.*?)<\/\1>)/gs)) {
    parts.push({ tag: undefined, text: text.slice(at, index) }, { tag, text: inner });
    at = index + whole.length;
  }
  return [...parts, { tag: undefined, text: text.slice(at) }].filter(({ tag, text: words }) => tag ?? words);
}
