/** Elements whose text must stay unchanged: code and messages are copied and searched for, and programs read the rest. */
const verbatim =
  /<(pre|code|kbd|samp|script|style|svg|textarea|option)\b[\s\S]*?<\/\1>|<(\w+)\b[^>]*\btranslate="no"[^>]*>[\s\S]*?<\/\2>/;
const parts = new RegExp(String.raw`${verbatim.source}|<[^>"]*(?:"[^"]*"[^>"]*)*>|[^<]+`, 'g');

/** Units, which are meaningless without the preceding number. */
const unit = /(?<=\d) (?=(?:%|[kKMGT]i?B|[µm]?s|[kMG]Hz|[kMG]bit\/s)(?![\p{L}\p{N}]))/gu;
/** A short number that identifies something: `WSL 2`, `process 1`, `port 8080`. At the start of a line it would seem to count what follows. */
const which = /(?<=\p{L}) (?=\d{1,2}(?![\p{L}\p{N}-]|[.,:/]\d))|(?<=\bports?) (?=\d)/gu;
/** A short name with a hyphen: `Hyper-V`, `VT-x`, `64-bit`, `start-up`; or a CVE number. */
const short =
  /(?<![\p{L}\p{N}/._-])(?:(?=[\p{L}\p{N}-]{3,10}(?![\p{L}\p{N}/_-]))(?=\p{L}*-?[\p{Lu}\p{N}])(?:[\p{L}\p{N}]{1,2}-[\p{L}\p{N}]+|[\p{L}\p{N}]+-[\p{L}\p{N}]{1,2})|start-up|CVE-\d+-\d+)(?![\p{L}\p{N}-])/gu;

const bound = (text: string) => text.replace(unit, '\u00a0').replace(which, '\u00a0').replace(short, '<bdi>$&</bdi>');

/**
 * Prevents line breaks in what reads as one word: a number and its unit, a name and its number, a short name with a hyphen. Takes and returns the
 * HTML of a page, but only changes its `main` element.
 */
export const boundWords = (html: string): string =>
  html.replace(/<main\b[\s\S]*<\/main>/, (main) =>
    main.replace(parts, (part) => (part.startsWith('<') ? part : bound(part))),
  );
