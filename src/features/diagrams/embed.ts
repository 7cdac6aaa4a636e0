import { readPalette } from './palette.ts';

/**
 * Tells the page around the frame how high the diagram is, in the two forms that learning platforms read.
 * https://canvas.instructure.com/doc/api/file.lti_window_post_message.html describes the first.
 */
export const reportHeight = `(()=>{const tell=()=>{const height=Math.ceil(document.documentElement.getBoundingClientRect().height);for(const subject of['lti.frameResize','org.imsglobal.lti.frameResize'])parent.postMessage({subject,height},'*')};new ResizeObserver(tell).observe(document.documentElement);tell()})()`;

/** Styles of an embedded diagram: the drawings' own palette, dark where the reader's system is. */
export function embedStyle(): string {
  const palette = readPalette();
  const [light, dark] = [palette.light, palette.dark].map((colours) =>
    [...colours].map(([name, value]) => `${name}:${value};`).join(''),
  );
  return `:root{color-scheme:light dark;${light}}@media(prefers-color-scheme:dark){:root{${dark}}}html{background:var(--dg-page);color:var(--dg-text);font:16px/1.5 system-ui,sans-serif}body{margin:0;padding:8px}figure{margin:0;overflow-x:auto}svg{display:block;margin:auto;max-width:100%;height:auto}figcaption,p{margin:8px 0 0;text-align:center;font-size:14px}a{color:inherit}`;
}
