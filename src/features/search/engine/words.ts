/** Spellings that differ between British and American English, each folded to one form. Index and query are folded alike, so an odd result does no harm. */
const spellings: [RegExp, string][] = [
  [/is(e|ed|es|ing|ation|ations|ational|able)$/, 'iz$1'],
  [/([lnrmtd])is(er|ers)$/, '$1iz$2'],
  [/ys(e|ed|es|ing|er|ers)$/, 'yz$1'],
  [/([a-z]{2})our(s|ed|ing|al|able|ite|ites|hood|hoods|less|ful)?$/, '$1or$2'],
  // Only these: `postgre` ends with the same letters, and must still complete to `postgresql`.
  [/(cent|fib|lit|met|theat|calib|spect|sab|manoeuv)re(s|d)?$/, '$1er$2'],
  [/([a-z]{2}[aeiou])ll(ed|ing|er|ers)$/, '$1l$2'],
  [/ogue(s)?$/, 'og$1'],
  [/(lic|def|off|pret)ence(s|d)?$/, '$1ense$2'],
  [/^artefact/, 'artifact'],
  [/^programme(s)?$/, 'program$1'],
  [/^judgement/, 'judgment'],
  [/^grey/, 'gray'],
  [/^disc(s)?$/, 'disk$1'],
];

/** Maximum length of a word; longer runs of letters are keys, hashes and noise. */
const longest = 40;

function fold(word: string): string {
  if (word.length < 5 && !/^(disc|grey)/.test(word)) return word;
  for (const [pattern, replacement] of spellings) {
    if (pattern.test(word)) return word.replace(pattern, replacement);
  }
  return word;
}

/** Converts a text to lower case, without accents, curly quotes and invisible characters (soft hyphens, zero-width spaces). */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[’']s?\b/gu, '')
    .toLowerCase();
}

/**
 * Words joined by a hyphen, dot, slash or underscore (`hyper-v`, `/dev/kvm`, `docker.sock`), or a single word.
 * A word ends where another script begins, because Chinese and others put no space between their words and Latin names.
 */
const runs =
  /[\p{sc=Latin}\p{N}]+(?:[-._/:+][\p{sc=Latin}\p{N}]+)*|\p{sc=Han}+|\p{sc=Hiragana}+|[\p{sc=Katakana}ー]+|\p{sc=Hangul}+|(?:(?![\p{sc=Latin}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])\p{L})+/gu;

/**
 * Splits a text into words, folded to one spelling.
 * A compound results in its parts and its joined form, each part once: `Hyper-V` in `hyper`, `v`, `hyperv`.
 */
export function indexWords(text: string): string[] {
  return (plain(text).match(runs) ?? []).flatMap((run) => {
    const parts = partsOf(run);
    const joined = parts.join('');
    return parts.length > 1 && parts.length < 4 && joined.length <= 24 ? [...parts, fold(joined)] : parts;
  });
}

/** Splits a query into words, folded to one spelling; compounds result in their parts only. */
export function queryWords(text: string): string[] {
  return (plain(text).match(runs) ?? []).flatMap(partsOf);
}

/** The words of a text as written, each with its offset. */
export const runsOf = (text: string) => [...text.matchAll(runs)].map(({ 0: word, index }) => ({ word, index }));

function partsOf(run: string): string[] {
  return run
    .split(/[-._/:+]/)
    .filter((part) => part.length <= longest)
    .map(fold);
}
