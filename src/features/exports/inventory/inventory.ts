import { deflateSync } from 'node:zlib';
import type { LinkRecord } from '../link-index/link-entry.ts';

/** What a course may link to by name; the rest has ids that only programs use. */
const named = new Set<LinkRecord['kind']>([
  'page',
  'section',
  'term',
  'question',
  'misconception',
  'symptom',
  'drawing',
]);

/** A name as Sphinx looks it up: `page:id` for sections, the path for pages, the term itself for terms. */
function line({ address, kind, title }: LinkRecord): string {
  const [path = '', id] = address.split('#');
  const slug = path.slice(1, -1) || 'index';
  const location = address.slice(1);
  const shown = title.replace(/\s+/g, ' ');
  if (kind === 'term') return `${shown} std:term -1 ${location} -`;
  if (kind === 'page') return `${slug} std:doc -1 ${location} ${shown}`;
  return `${slug === 'index' ? '' : `${slug.replaceAll('/', '-')}-`}${id!} std:label -1 ${location} ${shown}`;
}

/**
 * The `objects.inv` that Sphinx, MyST and Jupyter Book read, version 2: four lines of text and the names, deflated.
 * With it a course links by name, as `:doc:`, `:ref:` or `:term:`, and its own build breaks before a student's link does.
 */
export function inventory(project: string, version: string, links: readonly LinkRecord[]): Uint8Array {
  const head = [
    '# Sphinx inventory version 2',
    `# Project: ${project}`,
    `# Version: ${version}`,
    '# The remainder of this file is compressed using zlib.',
    '',
  ];
  const labels = links
    .filter(({ kind }) => kind === 'page')
    .map(
      (link) =>
        `${(link.address.slice(1, -1) || 'index').replaceAll('/', '-')} std:label -1 ${link.address.slice(1)} ${link.title}`,
    );
  const body = [...links.filter(({ kind }) => named.has(kind)).map(line), ...labels].join('\n');
  return Buffer.concat([Buffer.from(head.join('\n')), deflateSync(Buffer.from(`${body}\n`), { level: 9 })]);
}
