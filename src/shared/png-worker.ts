// The thread that makes PNGs of SVGs, so that the build goes on with its pages meanwhile.
import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Resvg } from '@resvg/resvg-js';

const require = createRequire(import.meta.url);
const fontFiles = ['400Regular/Inter_400Regular', '600SemiBold/Inter_600SemiBold', '700Bold/Inter_700Bold'].map(
  (name) => require.resolve(`@expo-google-fonts/inter/${name}.ttf`),
);

// A picture's pixels, 3 MB each, lie outside of what Node counts as its memory, so it would not clear them away by itself.
setFlagsFromString('--expose-gc');
const clearAway = runInNewContext('gc') as () => void;
let made = 0;

/** An SVG as a PNG of the given width in pixels. */
export default async function rasterise({ svg, width }: { svg: string; width: number }): Promise<Uint8Array> {
  const options = { fitTo: { mode: 'width', value: width } } as const;
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' };
  const png = new Resvg(svg, { ...options, font }).render().asPng();
  if (++made % 10 === 0) {
    clearAway();
    await setImmediate();
  }
  return png;
}
