// Loaded only for PDF files: the parser is larger than everything else together.
import { getDocumentProxy } from 'unpdf';
import { inflatePieces } from './inflate.ts';
import { inMebi, pdfLimit, textLimit } from './limits.ts';
import type { Place, Sink } from './part.ts';
import { bytesSource, type Source } from './source.ts';
import { Trouble } from './trouble.ts';

const latin = new TextDecoder('latin1');

/**
 * Rejects decompression bombs, because the parser would unpack every stream completely.
 * @throws a {@link Trouble} if a stream unpacks to more than a page can need, or is compressed twice
 */
async function refuseBomb(bytes: Uint8Array): Promise<void> {
  const text = latin.decode(bytes);
  for (const { index, 0: mark } of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(index - 3, index) === 'end') continue;
    const head = text.slice(Math.max(0, index - 600), index);
    const dictionary = head.slice(head.lastIndexOf(' obj') + 1);
    const packed = dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode)\b/g)?.length ?? 0;
    if (packed > 1) throw new Trouble('bomb', { part: 'stream', limit: inMebi(textLimit) });
    if (packed === 0 || /\/Subtype\s*\/Image/.test(dictionary)) continue;
    const start = index + mark.length;
    const end = text.indexOf('endstream', start);
    await measure(bytes.subarray(start, end < 0 ? undefined : end));
  }
}

async function measure(packed: Uint8Array): Promise<void> {
  // Deflate expands at most 1032 times, so a smaller stream cannot exceed the limit.
  if (packed.length * 1032 < textLimit) return;
  let size = 0;
  try {
    for await (const piece of inflatePieces(bytesSource(packed).stream(), 'deflate', 'stream')) {
      size += piece.length;
      if (size > textLimit) throw new Trouble('bomb', { part: 'stream', limit: inMebi(textLimit) });
    }
  } catch (error) {
    // Leave damaged streams to the parser, which tolerates them.
    if (error instanceof Trouble && error.reason === 'bomb') throw error;
  }
}

interface Item {
  str?: string;
  hasEOL?: boolean;
}

/** URLs printed on a page that are not the beginning of one of its links: a URL cut off at the end of a line is no fault. */
function printed(items: readonly Item[], linked: readonly string[], { find }: Sink): string[] {
  const text = items.map(({ str = '', hasEOL }) => str + (hasEOL ? '\n' : '')).join('');
  const bare = linked.map((url) => url.replace(/^https?:\/\//, ''));
  return find(text).flatMap(({ url, index }) => {
    const after = /^\n(\S+)/.exec(text.slice(index + url.length, index + url.length + 200))?.[1];
    const whole = after ? (find(url + after)[0]?.url ?? url) : url;
    const known = (one: string) => bare.some((link) => link.startsWith(one.replace(/^https?:\/\//, '')));
    if (known(url) || known(whole)) return [];
    return [url];
  });
}

/** Converts an error of the parser. */
function inOurWords(error: unknown): Trouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return new Trouble('encrypted');
  return new Trouble(name === 'InvalidPDFException' ? 'truncated' : 'damaged', { part: 'PDF' });
}

/** Whether the end of a PDF is there: parsers repair truncated files, and lose pages without reporting it. */
const isWhole = (bytes: Uint8Array) => latin.decode(bytes.subarray(Math.max(0, bytes.length - 2048))).includes('%%EOF');

/**
 * Reads the links of a PDF, and URLs that are only printed.
 * @throws a {@link Trouble} if it is encrypted, truncated, damaged or too large
 */
export async function readPdf(source: Source, sink: Sink, inside: readonly string[]): Promise<void> {
  if (source.size > pdfLimit) throw new Trouble('tooBig', { limit: inMebi(pdfLimit), what: 'MiB' });
  // A copy: the parser takes over the buffer, and does not accept a Node Buffer.
  const bytes = new Uint8Array(await source.slice(0, source.size));
  if (!isWhole(bytes)) throw new Trouble('truncated');
  await refuseBomb(bytes);
  const pdf = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false }).catch((error: unknown) => {
    throw inOurWords(error);
  });
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const place: Place = { kind: 'page', value: number, inside };
      const annotations = (await page.getAnnotations()) as { url?: string; unsafeUrl?: string }[];
      const linked = annotations.flatMap(({ url, unsafeUrl }) => unsafeUrl ?? url ?? []);
      const { items } = await page.getTextContent();
      const words = printed(items as Item[], linked, sink);
      for (const url of [...linked.flatMap((one) => sink.find(one).map((found) => found.url)), ...words])
        sink.link(url, place);
      sink.other(linked.join('\n'));
      page.cleanup();
      // Yields, so that a page in the browser can show progress.
      await new Promise((resolve) => setTimeout(resolve));
    }
  } catch (error) {
    throw error instanceof Trouble ? error : inOurWords(error);
  } finally {
    await pdf.loadingTask.destroy();
  }
}
