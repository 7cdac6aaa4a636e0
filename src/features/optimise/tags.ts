/** Start tag of an element: its name, and its attributes, whose values may contain unescaped `<` and `>` in Astro's output. */
export const openTag = /<([a-z][a-zA-Z0-9-]*)((?:\s(?:"[^"]*"|[^<>"])*)?)>/g;
