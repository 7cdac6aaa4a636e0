import { readFileSync } from 'node:fs';
import path from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

xmlRegisterFsInputProviders();

/** A validator by one of the published schemas below `tests/fixtures/schemas`. */
export function validatorOf(file: string): (xml: string) => string[] {
  const url = path.resolve('tests/fixtures/schemas', file);
  const schema = XsdValidator.fromDoc(XmlDocument.fromString(readFileSync(url, 'utf8'), { url }));
  return (xml) => {
    const document = XmlDocument.fromString(xml);
    try {
      schema.validate(document);
      return [];
    } catch (error) {
      return [String(error)];
    } finally {
      document.dispose();
    }
  };
}

/** Texts of the nodes that an XPath finds in a document. */
export function textsOf(xml: string, xpath: string, namespaces: Record<string, string> = {}): string[] {
  const document = XmlDocument.fromString(xml);
  try {
    return document.find(xpath, namespaces).map((node) => node.content);
  } finally {
    document.dispose();
  }
}
