/** Elements whose words are no sentence. */
const apart = /<(pre|svg|samp|script|style)\b[\s\S]*?<\/\1>/g;
/** Two words in two elements with nothing between them. Signs of sources stand side by side, and links to other pages under one another. */
const touching =
  /[\p{L}\p{N}]{2}<\/(?:a|b|code|em|small|span|strong|time)><(?:a|b|code|em|small|span|strong|time)\b(?![^>]*class="?(?:cite|link-title))[^>]*>[\p{L}\p{N}]/gu;

/** Where the main part of a page shows two words as one, since no space stands between their elements; each with what is around it. */
export function touchingWords(html: string): string[] {
  const main = (/<main\b[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replace(apart, '');
  return [...main.matchAll(touching)].map(({ 0: found, index }) =>
    main.slice(Math.max(0, index - 30), index + found.length + 20),
  );
}
