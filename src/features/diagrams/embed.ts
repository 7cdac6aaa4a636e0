import { minified } from '#shared/minify.ts';
import { readPalette } from './palette.ts';

/** The script of an embedded diagram. */
export const embedScript = (): string => minified('src/features/diagrams/embed-height.ts');

/** Styles of an embedded diagram: the drawings' own palette, dark where the reader's system is. */
export function embedStyle(): string {
  const palette = readPalette();
  const [light, dark] = [palette.light, palette.dark].map((colours) =>
    [...colours].map(([name, value]) => `${name}:${value};`).join(''),
  );
  return `:root{color-scheme:light dark;${light}}@media(prefers-color-scheme:dark){:root{${dark}}}${minified('src/features/diagrams/embed.css')}`;
}
