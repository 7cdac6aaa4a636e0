import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Short links by the address that they lead to, from `content/data/short-links.yml`; none where there is no such file. */
export function shortLinks(root = process.cwd()): Map<string, string> {
  const file = `${root}/content/data/short-links.yml`;
  if (!existsSync(file)) return new Map();
  const list = (parse(readFileSync(file, 'utf8')) ?? []) as { id?: string; word?: string; to: string }[];
  return new Map(list.map(({ id, word, to }) => [to, `/go/${word ?? id ?? ''}/`]));
}
