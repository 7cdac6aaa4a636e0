import { citedSources, yearAtEnd } from '#model/citations.ts';
import { figure } from '#model/numbers.ts';
import type { Data, Entry } from '#model/schemas/index.ts';
import { listMarkdown } from './collections.ts';

/** The words of a diagram that a text can carry. */
export interface DiagramText {
  caption: string;
  accDescr: string;
}

/** What is needed to write a page out. */
export interface MarkdownContext {
  data: Data;
  diagram: (id: string) => DiagramText;
  /** Absolute address of an internal one. */
  link: (address: string) => string;
}

const find = <T extends { id: string }>(list: readonly T[], id: string): T => {
  const entry = list.find((one) => one.id === id);
  if (!entry) throw new Error(`There is no entry "${id}".`);
  return entry;
};

const sideBySide = (name: string, side: Entry<'traits'>['container']) =>
  `**${name}.** ${side.sentence} *True when:* ${side.trueWhen} *Not true when:* ${side.notTrueWhen}`;

function statement({ data }: MarkdownContext, id: string): string {
  const { label, text, correction } = find(data.statements, id);
  return `> **${id} · ${label}.** ${text}\n>\n> ${correction}`;
}

function facts({ data }: MarkdownContext, id: string): string {
  const { layer, is, isNot, kernel, maker, licence, hosts } = find(data.systems, id);
  const rows = {
    Layer: layer,
    'What it is': is,
    'What it is not': isNot,
    'Whose kernel': kernel,
    'Made by': maker,
    Licence: licence,
    'Runs on': hosts,
  };
  return Object.entries(rows)
    .map(([name, text]) => `- **${name}:** ${text}`)
    .join('\n');
}

/** What each component becomes in plain Markdown; the id is that of its `id`, `containers` or other attribute. */
function component(name: string, attributes: Record<string, string>, context: MarkdownContext): string {
  const id = attributes.id ?? '';
  const { data, diagram } = context;
  const drawing = (name_: string) => `*Diagram.* ${diagram(name_).accDescr} ${diagram(name_).caption}`;
  switch (name) {
    case 'Diagram':
      return drawing(id);
    case 'DiagramPair':
      return `${drawing(attributes.containers!)}\n\n${drawing(attributes.vms!)}`;
    case 'Number': {
      const number = find(data.numbers, id);
      return `${figure(number)} (${number.conditions.replace(/\.$/, '')})`;
    }
    case 'Statement':
      return statement(context, id);
    case 'TraitFacts': {
      const { container, vm } = find(data.traits, id);
      return `${sideBySide('Containers', container)}\n\n${sideBySide('Virtual machines', vm)}`;
    }
    case 'SystemFacts':
      return facts(context, id);
    default:
      return listMarkdown(name, attributes, data);
  }
}

/** The body of a page in plain Markdown: components written out, citations numbered, internal links absolute. */
export function pageMarkdown(body: string, context: MarkdownContext): string {
  const sources = citedSources(body, context.data.numbers);
  const text = body
    .replace(/^import .*\n/gm, '')
    .replace(/<Fragment slot="containers">/g, '**Containers**')
    .replace(/<Fragment slot="vms">/g, '**Virtual machines**')
    .replace(/<\/?(?:Compare|Fragment)>\n?/g, '')
    .replace(/<Term\b[^>]*>([\s\S]*?)<\/Term>/g, '$1')
    .replace(/ ?<Cite id="([^"]+)" \/>/g, (_, id: string) => ` [${sources.indexOf(id) + 1}]`)
    .replace(/<([A-Z]\w*)\b([^>]*?)\/>/g, (_, name: string, rest: string) => {
      const attributes = Object.fromEntries(
        [...rest.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!]),
      );
      return component(name, attributes, context);
    })
    .replace(/\]\((\/[^)]*)\)/g, (_, address: string) => `](${context.link(address)})`)
    .replace(/^(#{2,4} .*?) \{#([^}]+)\}$/gm, '$1 <a id="$2"></a>')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (sources.length === 0) return `${text}\n`;
  const list = sources.map((id, index) => {
    const { authors, title, year, url } = find(context.data.sources, id);
    return `${index + 1}. ${authors}, [${title}](${url}), ${yearAtEnd(year)}`;
  });
  return `${text}\n\n## Sources on this page\n\n${list.join('\n')}\n`;
}
