// Worker thread that renders SVGs to PNGs, so that the build can continue with pages meanwhile.
import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Resvg } from '@resvg/resvg-js';

const require = createRequire(import.meta.url);
const fontFiles = ['400Regular/Inter_400Regular', '600SemiBold/Inter_600SemiBold', '700Bold/Inter_700Bold'].map(
  (name) => require.resolve(`@expo-google-fonts/inter/${name}.ttf`),
);

// Pixel buffers (3 MB each) live outside the V8 heap, so the garbage collector does not notice them: collect explicitly.
setFlagsFromString('--expose-gc');
const clearAway = runInNewContext('gc') as () => void;
let made = 0;

/** Renders an SVG to a PNG of the given width in pixels. */
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
