import { minified } from '#shared/minify.ts';
import { readPalette } from './palette.ts';

/** Script of an embedded diagram that runs before the first paint. */
export const themeScript = (): string => minified('src/features/diagrams/embed-theme.ts');

/** Script of an embedded diagram that runs at the end of its page. */
export const embedScript = (): string => minified('src/features/diagrams/embed-height.ts');

/** Styles of an embedded diagram: the palette of the drawings, in the theme that its address requests, otherwise in that of the reader's system. */
export function embedStyle(): string {
  const palette = readPalette();
  const [light, dark] = [palette.light, palette.dark].map((colours) =>
    [...colours].map(([name, value]) => `${name}:${value};`).join(''),
  );
  const system = `:root{color-scheme:light dark;${light}}@media(prefers-color-scheme:dark){:root{${dark}}}`;
  const asked = `:root[data-theme=light],:root[data-theme=transparent]{color-scheme:light;${light}}:root[data-theme^=dark]{color-scheme:dark;${dark}}`;
  return `${system}${asked}${minified('src/features/diagrams/embed.css')}`;
}
