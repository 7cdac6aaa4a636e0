import type { Page } from '@playwright/test';

/** What a node of the browser's accessibility tree says, as the debugging protocol tells it. */
interface AxNode {
  nodeId: string;
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  description?: { value: string };
  childIds?: string[];
  properties?: { name: string; value: { value?: unknown } }[];
}

/** One thing that a screen reader announces, in the order in which it comes to it. */
export interface Spoken {
  role: string;
  name: string;
  /** What is read after the name, such as the definition of a term. */
  description: string;
  level?: number;
  /** Landmarks around it, the outermost first. */
  within: string[];
}

const landmarks = new Set([
  'banner',
  'navigation',
  'main',
  'contentinfo',
  'search',
  'region',
  'complementary',
  'form',
  'dialog',
]);
const told = new Set([
  ...landmarks,
  'heading',
  'table',
  'figure',
  'image',
  'img',
  'link',
  'button',
  'combobox',
  'searchbox',
  'textbox',
  'listbox',
  'option',
  'status',
  'tooltip',
  'DisclosureTriangle',
]);

/** Walks the accessibility tree as a screen reader does from the top to the end, and gives what has a role to tell. */
export async function listen(page: Page): Promise<Spoken[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const found: Spoken[] = [];
  const walk = (id: string, within: string[]): void => {
    const node = byId.get(id);
    if (!node) return;
    const role = node.role?.value ?? '';
    const inside = !node.ignored && landmarks.has(role) ? [...within, role] : within;
    if (!node.ignored && told.has(role)) {
      const level = node.properties?.find(({ name }) => name === 'level')?.value.value as number | undefined;
      found.push({
        role: role === 'img' ? 'image' : role,
        name: (node.name?.value ?? '').replace(/\s+/g, ' ').trim(),
        description: (node.description?.value ?? '').replace(/\s+/g, ' ').trim(),
        ...(level ? { level } : {}),
        within,
      });
    }
    for (const child of node.childIds ?? []) walk(child, inside);
  };
  walk(nodes[0]!.nodeId, []);
  return found;
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** What was heard, a line each. Links of a menu are counted, since nobody hears all of them; a long page is cut. */
export function log(heard: readonly Spoken[], most = 60): string {
  const lines: string[] = [];
  let links = 0;
  const count = () => {
    if (links > 0) lines.push(`    ${links} links`);
    links = 0;
  };
  for (const { role, name, description, level, within } of heard) {
    const plain = role === 'link' && !description;
    if (plain) {
      links++;
      continue;
    }
    count();
    const said = [
      level ? `${role} ${level}` : role,
      name && `"${short(name)}"`,
      description && `(${short(description)})`,
    ];
    lines.push('  '.repeat(within.length) + said.filter(Boolean).join(' '));
  }
  count();
  const rest = lines.length - most;
  return (rest > 0 ? [...lines.slice(0, most), `… and ${rest} lines more`] : lines).join('\n') + '\n';
}
