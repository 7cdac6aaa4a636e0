import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { readDiagram } from '#features/diagrams/index.ts';
import { lastChanged } from '#model/last-changed.ts';
import { pageMarkdown } from './components.ts';
import { absolute, siteModel, words } from '#model/model.ts';

/**
 * A page as plain Markdown with front matter: title, address, licence, day of the last change.
 * @throws if there is no such page
 */
export function twin(address: string, origin: string | undefined, base: string): string {
  const { pages, data } = siteModel();
  const page = pages.find((one) => one.address === address);
  if (!page) throw new Error(`There is no page ${address}.`);
  const at = (link: string) => absolute(link, origin, base);
  const { title, description } = words(page);
  const front = stringify({
    title,
    description,
    address: at(address),
    licence: 'https://creativecommons.org/licenses/by/4.0/',
    changed: lastChanged(page.file),
  });
  const body = readFileSync(page.file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
  return `---\n${front}---\n\n# ${title}\n\n${pageMarkdown(body, { data, diagram: (id) => readDiagram(id), link: at })}`;
}
