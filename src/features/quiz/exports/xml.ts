import { escapeHtml } from '#shared/html.ts';

/** Escaped XML. */
export interface Xml {
  xml: string;
}

/** Content of an element: elements, and text, which is escaped. */
export type Content = string | Xml | readonly (string | Xml)[];

/** Attributes by name; those with the value `undefined` are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

const contentOf = (content: Content): string => {
  if (typeof content === 'string') return escapeHtml(content);
  return 'xml' in content ? content.xml : content.map(contentOf).join('');
};

/**
 * Creates an element.
 * @param attributes attributes in output order
 */
export function el(name: string, attributes: Attributes = {}, content?: Content): Xml {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeHtml(String(value))}"`)
    .join('');
  return { xml: content === undefined ? `<${name}${list}/>` : `<${name}${list}>${contentOf(content)}</${name}>` };
}

/** HTML inserted unchanged, where a format allows XHTML. The bank's HTML is well-formed: links, code and emphasis. */
export const raw = (xml: string): Xml => ({ xml });

/** A complete document. */
export const xmlDocument = ({ xml }: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
