declare module 'fontkit' {
  /** An open font. PDFKit takes it in the place of a file's bytes, which its types do not know. */
  interface Font extends Uint8Array {
    /** The glyphs that were asked for so far. */
    _glyphs: object;
  }
  export function openSync(file: string): Font;
}
