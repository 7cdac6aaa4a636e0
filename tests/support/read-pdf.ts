import { extractText, getDocumentProxy, getMeta } from 'unpdf';

/** What a PDF says of itself and shows, as a reader that is not ours finds it. */
export async function readPdf(bytes: Uint8Array): Promise<{
  pages: number;
  /** Width and height of the first page, in whole points. */
  size: number[];
  /** All words, in the order of the file, with single spaces. */
  text: string;
  title: unknown;
  /** Addresses that its words lead to. */
  links: string[];
  /** The kinds of parts that assistive technology finds on each page, in order. */
  parts: string[][];
  /** What is said of its pictures. */
  alternatives: string[];
}> {
  const pdf = await getDocumentProxy(bytes.slice());
  const links: string[] = [];
  const parts: string[][] = [];
  const alternatives: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    for (const { url } of (await page.getAnnotations()) as { url?: string }[]) if (url) links.push(url);
    const found: string[] = [];
    type Node = { role?: string; alt?: string; children?: Node[] };
    const visit = ({ role, alt, children = [] }: Node) => {
      if (role && !['Root', 'Document'].includes(role)) found.push(role);
      if (alt !== undefined) alternatives.push(alt);
      children.forEach(visit);
    };
    visit(((await page.getStructTree()) as Node | null) ?? {});
    parts.push(found);
  }
  const view = (await pdf.getPage(1)).view as number[];
  const { text } = await extractText(pdf, { mergePages: true });
  const { info } = await getMeta(pdf);
  return {
    pages: pdf.numPages,
    size: view.slice(2).map(Math.round),
    text: text.replace(/\s+/g, ' '),
    title: info.Title,
    links,
    parts,
    alternatives,
  };
}
