declare module 'fontkit' {
  /** An open font. PDFKit accepts one in place of a font file's bytes, but its types do not say so. */
  interface Font extends Uint8Array {
    /** Cache of glyphs by id. */
    _glyphs: object;
  }
  export function openSync(file: string): Font;
}
