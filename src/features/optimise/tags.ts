/** The start of an element: its name and its attributes, whose values may hold `<` and `>`, since Astro leaves them as they are. */
export const openTag = /<([a-z][a-zA-Z0-9-]*)((?:\s(?:"[^"]*"|[^<>"])*)?)>/g;
