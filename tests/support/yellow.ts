import postcss from 'postcss';

/** What the kernel's yellow stands for, and the selectors that may use it for that. */
const purposes: Readonly<Record<string, readonly RegExp[]>> = {
  'a kernel': [/^\.logo-kernel$/, /\.kernels span$/, /^\.(?:is|lab)-kernel$/, /^\.stack \.kernel$/],
  'the current place': [/\[aria-current='page'\]$/, /\[aria-selected='true'\]$/, /:target\)?(?: > \*)?$/],
  'the focus': [/:focus-(?:visible|within)\)?$/],
};
const allowed = Object.values(purposes).flat();

/** A variable of the palette that is the kernel's; Starlight's name is that of the ground of the current place. */
const isToken = (name: string) => /^--(?:(?:dg-)?kernel\b|sl-color-accent-low$)/.test(name);

/** Whether a colour is a yellow or a brown that anybody would take for the kernel's: its hue, with some strength, neither black nor white. */
function looksYellow(hex: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const light = (most + least) / 2;
  if (red !== most || blue !== least || light < 0.1 || light > 0.92) return false;
  const hue = 60 * ((green - blue) / (most - least));
  const strength = (most - least) / (1 - Math.abs(2 * light - 1));
  return hue > 30 && hue < 60 && strength > 0.5;
}

/** Declarations of a style sheet that use the kernel's yellow for something else, each as `line  selector  declaration`. */
export function otherYellow(css: string): string[] {
  const found: string[] = [];
  postcss.parse(css).walkDecls((line) => {
    if (isToken(line.prop)) return;
    const uses =
      [...line.value.matchAll(/--[\w-]+/g)].some(([name]) => isToken(name)) ||
      [...line.value.matchAll(/#[0-9a-f]{6}\b/gi)].some(([hex]) => looksYellow(hex));
    if (!uses) return;
    const selectors = (line.parent as postcss.Rule).selectors ?? [];
    if (line.prop.startsWith('--') || !selectors.every((one) => allowed.some((form) => form.test(one))))
      found.push(`${line.source!.start!.line}  ${selectors.join(', ')}  ${line.prop}`);
  });
  return found;
}
