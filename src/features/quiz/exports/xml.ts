import { escapeHtml } from '#shared/html.ts';

/** A piece of XML that is escaped already. */
export interface Xml {
  xml: string;
}

/** What an element holds: text, which is escaped, and elements. */
export type Content = string | Xml | readonly (string | Xml)[];

/** Attributes by name; one without a value is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

const contentOf = (content: Content): string => {
  if (typeof content === 'string') return escapeHtml(content);
  return 'xml' in content ? content.xml : content.map(contentOf).join('');
};

/** An element. @param attributes in the order in which they are to stand */
export function el(name: string, attributes: Attributes = {}, content?: Content): Xml {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeHtml(String(value))}"`)
    .join('');
  return { xml: content === undefined ? `<${name}${list}/>` : `<${name}${list}>${contentOf(content)}</${name}>` };
}

/** HTML as it stands, where a format takes XHTML. What the bank holds is well-formed: links, code and emphasis. */
export const raw = (xml: string): Xml => ({ xml });

/** A whole document. */
export const xmlDocument = ({ xml }: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
