import { readPalette } from '#features/diagrams/index.ts';
import { minified } from '#shared/minify.ts';

/** Styles of a lab in a frame: the colours of the drawings, dark if the reader's system is, and what the site's layout would provide. */
export function embedStyle(): string {
  const palette = readPalette();
  const [light, dark] = [palette.light, palette.dark].map((colours) =>
    [...colours].map(([name, value]) => `${name}:${value};`).join(''),
  );
  return `:root{color-scheme:light dark;${light}}@media(prefers-color-scheme:dark){:root{${dark}}}${minified('src/features/labs/page/embed.css')}`;
}
