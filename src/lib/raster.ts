import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

const require = createRequire(import.meta.url);
const fonts = ['400Regular/Inter_400Regular', '600SemiBold/Inter_600SemiBold', '700Bold/Inter_700Bold'].map((name) =>
  require.resolve(`@expo-google-fonts/inter/${name}.ttf`),
);
const cache = 'node_modules/.cache/raster';

/** An SVG as a PNG of the given width in pixels. Remembered by content, since the same drawing comes up at every build. */
export function toPng(svg: string, width: number): Uint8Array {
  const file = `${cache}/${createHash('sha256').update(svg).update(String(width)).digest('hex')}.png`;
  if (existsSync(file)) return readFileSync(file);
  const png = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: 'Inter' },
  })
    .render()
    .asPng();
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, png);
  return png;
}
